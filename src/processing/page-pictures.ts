import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MillraceError } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Plan } from '../model/plan.ts';
import type { Limits, RenderWork } from '../model/workers.ts';
import { checkpointKeys } from '../pipeline/checkpoint-key.ts';

export interface PictureTerms {
  /** Has a worker do it. */
  perform: (work: RenderWork, limits: Limits) => Promise<unknown>;
  ledger: Pick<Ledger, 'loadOutputs'>;
  plans: readonly Plan[];
  /** Absolute; pictures are kept here for a while. */
  folder: string;
}

/** Gives the path of a PNG of one page of a job's document. */
export type PagePictures = (job: Job, page: number) => Promise<string>;

/** Milliseconds that drawing a page may take. */
const timeout = 30_000;
/** Pictures that are kept; a person turns pages back and forth. */
const mostKept = 200;

/** Has pages drawn by the workers, each once while it is kept. Errors of a call: `job.unknown` for a page or pipeline that is not there, those of drawing. */
export function pagePictures({ perform, ledger, plans, folder }: PictureTerms): PagePictures {
  const drawing = new Map<string, Promise<string>>();
  let drawn = 0;
  const draw = async (job: Job, page: number, target: string): Promise<string> => {
    if (await isThere(target)) return target;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const plan = plans.find(({ name }) => name === job.pipeline);
    if (plan === undefined) throw new MillraceError('job.unknown', `The pipeline ${job.pipeline} is not loaded`);
    const scratch = `${target}.tmp`;
    await rm(scratch, { force: true });
    await perform(workOf(ledger, plan, job, page, scratch), { timeout, memory: plan.workerMemory });
    await rename(scratch, target);
    if (++drawn % mostKept === 0) await forgetOldest(folder);
    return target;
  };
  return async (job, page) => {
    if (!Number.isInteger(page) || page < 1 || page > (job.pages ?? 0)) throw new MillraceError('job.unknown', `${job.filename} has no page ${page}`);
    const target = join(folder, `${job.sha256}-${page}.png`);
    const known = drawing.get(target) ?? draw(job, page, target).finally(() => drawing.delete(target));
    drawing.set(target, known);
    return known;
  };
}

function workOf(ledger: PictureTerms['ledger'], plan: Plan, job: Job, page: number, target: string): RenderWork {
  const { input_path: path, filename, sha256, bytes } = job;
  const keys = [...checkpointKeys(plan, sha256).values()];
  return {
    kind: 'render',
    sink: 'picture',
    form: 'file',
    file: { path, filename, sha256, bytes, passwords: plan.passwords },
    pipeline: { name: plan.name, fingerprint: plan.fingerprint },
    config: { page },
    inputs: ledger.loadOutputs(keys, [page]),
    target,
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function forgetOldest(folder: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => ({ path: join(folder, name), at: (await stat(join(folder, name))).mtimeMs })),
  );
  for (const { path } of files.sort((a, b) => b.at - a.at).slice(mostKept)) await rm(path, { force: true });
}
