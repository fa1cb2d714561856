import { setImmediate } from 'node:timers/promises';
import { foldDocument } from '../model/document.ts';
import type { Document, Patch } from '../model/document.ts';
import { asMillraceError, fromErrorData, MillraceError, toErrorData } from '../model/errors.ts';
import { stageFailure } from '../model/finding.ts';
import { packPatch, unpackOutputs } from '../model/packing.ts';
import type { StageRun, StageRunWhole } from '../model/stage.ts';
import { noUsage, sumOfUsage } from '../model/usage.ts';
import type { Usage } from '../model/usage.ts';
import type { PageOutput, StageWork } from '../model/workers.ts';
import { openNotebook } from './notebook.ts';
import { replyLimits } from './protocol.ts';

type Config = Readonly<Record<string, unknown>>;

/** What `run.ts` of a stage exports. */
export interface AnyStage {
  run: StageRun<Config>;
  runWhole?: StageRunWhole<Config>;
}

/**
 * Runs a stage over the pages of a task. A page that fails for good says so in its own output and the others go on; what may pass ends the task, so
 * that the rest of it is tried again, as does what a document stage throws, because without it there is nothing to go on with.
 */
export async function runStageTask(stage: AnyStage, work: StageWork, tell: (output: PageOutput) => void, cancelled: () => boolean): Promise<void> {
  const document = foldDocument(unpackOutputs(work.inputs));
  for (const page of work.pages) {
    if (cancelled()) return;
    tell(page === 0 ? await documentOutput(stage.runWhole ?? stage.run, work, document) : await pageOutput(stage.run, work, document, page));
    // Lets a cancellation in, and what was told out.
    await setImmediate();
  }
}

async function documentOutput(run: StageRun<Config>, work: StageWork, document: Document): Promise<PageOutput> {
  const { task, signed } = openNotebook(work.stage, 0, work.explain ?? false);
  try {
    const { spend, spent } = openPurse();
    const patch = await run({ file: work.file, config: configOf(work), document, page: 0, ...task, spend });
    const pageCount = countOf(patch);
    return { page: 0, bytes: packed(signed(patch)), ...(pageCount !== undefined && { pageCount }), ...spent() };
  } catch (thrown) {
    throw stageError(work, thrown);
  }
}

async function pageOutput(run: StageRun<Config>, work: StageWork, document: Document, page: number): Promise<PageOutput> {
  const { task, signed } = openNotebook(work.stage, page, work.explain ?? false);
  try {
    const { spend, spent } = openPurse();
    return { page, bytes: packed(signed(await run({ file: work.file, config: configOf(work), document, page, ...task, spend }))), ...spent() };
  } catch (thrown) {
    const error = stageError(work, thrown);
    if (error.class !== 'permanent') throw error;
    return { page, bytes: packPatch(signed({ findings: [stageFailure(work.stage, page, error)] })), failed: toErrorData(error) };
  }
}

/** Adds up what services were asked for one output. */
function openPurse(): { spend: (usage: Usage) => void; spent: () => { usage?: Usage } } {
  let sum = noUsage;
  return { spend: (usage) => (sum = sumOfUsage(sum, usage)), spent: () => (sum === noUsage ? {} : { usage: sum }) };
}

/** What was given last for each stage: the same config comes with every task, each time as a new object. */
const held = new Map<string, Pick<StageWork, 'config' | 'digest'>>();

function configOf({ stage, config, digest, secrets }: StageWork): Config {
  const before = held.get(stage);
  const kept = before?.digest === digest ? before : { config, digest };
  held.set(stage, kept);
  return secrets === undefined ? kept.config : { ...kept.config, ...secrets.reveal() };
}

function countOf(patch: Patch): number | undefined {
  return 'metadata' in patch ? patch.metadata.page_count : undefined;
}

function packed(patch: Patch): Uint8Array {
  const bytes = packPatch(patch);
  if (bytes.byteLength > maxOutputBytes) throw new Error(`an output of ${bytes.byteLength} bytes is more than ${maxOutputBytes}`);
  return bytes;
}

/** Leaves room for what stands around the output in its message. */
const maxOutputBytes = replyLimits.bytes - 64 * 1024;

/** Errors with a code keep it; anything else is the stage's failure. Neither a path, which no result holds, nor a secret may stand in what it says. */
function stageError({ file, secrets }: StageWork, thrown: unknown): MillraceError {
  const error = asMillraceError(thrown);
  const known =
    error.code === 'internal.unexpected' ? new MillraceError('stage.failed', error.message.replaceAll(file.path, file.filename), thrown) : error;
  if (secrets === undefined) return known;
  const { cause, ...data } = toErrorData(known);
  return fromErrorData({ ...data, message: secrets.redact(data.message), ...(cause !== undefined && { cause: secrets.redact(cause) }) });
}
