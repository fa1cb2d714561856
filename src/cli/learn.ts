import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { learn as learnFrom } from '../learning/learn.ts';
import type { Model } from '../learning/model-options.ts';
import type { Example } from '../learning/example.ts';
import { MillraceError } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import { oneLine } from '../report/progress-line.ts';
import { runBatch, stoppedShort } from './batch-run.ts';
import { signalExit, someFailed } from './exit-codes.ts';
import type { Io } from './io.ts';
import { assertEnough, labelledFolders } from './labelled-folder.ts';
import type { Labelled } from './labelled-folder.ts';
import { learnedText } from './learned-text.ts';
import type { Learned } from './learned-text.ts';
import { once } from './once.ts';
import { planFor } from './plans.ts';
import { readExamples } from './read-examples.ts';
import { readingPlan } from './reading-plan.ts';
import { jsonOption, tell } from './state.ts';
import { concurrencyOption, enoughInFlight, workersOf } from './workers-option.ts';

interface Arguments {
  folder: string;
  pipeline: string | undefined;
  out: string;
  concurrency: number | undefined;
  json: boolean;
  quiet: boolean;
}

export const learn = (io: Io): CommandModule<object, Arguments> => ({
  command: 'learn <folder>',
  describe: 'Learn from examples what your documents are: a folder with a sub-folder for each kind',
  builder: (args) =>
    args
      .positional('folder', { type: 'string', demandOption: true, describe: 'Its sub-folders are the labels of the documents in them' })
      .option('pipeline', {
        type: 'string',
        describe: 'Pipeline file whose stages up to "ocr" read the documents (default: pipelines/documents.yaml)',
        requiresArg: true,
        coerce: once<string>('pipeline'),
      })
      .option('out', { type: 'string', default: 'model.json', describe: 'The model', requiresArg: true, coerce: once<string>('out') })
      .option('concurrency', concurrencyOption)
      .option('json', jsonOption)
      .option('quiet', { type: 'boolean', default: false, describe: 'No progress' })
      .example('$0 learn filed/', 'filed/invoice/*.pdf, filed/delivery_note/*.pdf … make model.json')
      .example('$0 learn filed/ --out pipelines/model.json', 'For `model: model.json` of the stage classify')
      .epilogue(
        'Prints how well it does on documents that it has not seen. Ctrl-C stops; the same command again goes on. Exit code 3: some documents could not be read.',
      ),
  handler: async (args) => {
    const folder = resolve(io.cwd, args.folder);
    const labelled = labelledFolders(folder, args.folder);
    const out = modelAt(resolve(io.cwd, args.out), realpathSync(folder));
    const scratch = `${out}.learning`;
    const plan = readingPlan(enoughInFlight(planFor(io, args.pipeline, undefined, undefined), args.concurrency), scratch);
    const read = await readAll(io, args, plan, folder, scratch);
    if (read === undefined) return;
    const { examples, ...unused } = readExamples(join(scratch, 'results'), labelled);
    rmSync(scratch, { recursive: true, force: true });
    assertEnough(countsOf(labelled, examples));
    const { model, estimate } = learnFrom(examples);
    const bytes = write(out, modelText(model));
    const renamed = labelled.filter((one) => one.folder !== one.label);
    const learned: Learned = { format: 'millrace.learned/1', model: out, bytes, ...estimate, renamed, left_out: { ...read, ...unused } };
    tell(io, args.json, learned, () => learnedText({ ...learned, model: relative(io.cwd, out) }));
    if (read.failed > 0) io.exit(someFailed);
  },
});

const stopping = 'Stopping: documents in work come to their end, at most 25 s. The same command again goes on from there.\n';

/** A slip must not cost a document, nor may the model become one of the examples. */
function modelAt(path: string, examples: string): string {
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true) throw new MillraceError('usage.invalid', `There is no folder ${dirname(path)} to put the model into`);
  if (`${realpathSync(dirname(path))}/`.startsWith(`${examples}/`))
    throw new MillraceError('usage.invalid', `--out lies among the examples, in ${examples}; name another place`);
  if (existsSync(path) && !isModel(path))
    throw new MillraceError('usage.invalid', `${path} is there already and no model; name another file by --out`);
  return path;
}

function isModel(path: string): boolean {
  return statSync(path).isFile() && readFileSync(path, 'utf8').startsWith('{"format":"millrace.model/');
}

/** Undefined when it was stopped before the end, which has then been said. */
async function readAll(
  io: Io,
  args: Arguments,
  plan: Plan,
  folder: string,
  scratch: string,
): Promise<{ failed: number; duplicate: number } | undefined> {
  mkdirSync(scratch, { recursive: true });
  const batch = `learn:${createHash('sha256')
    .update(JSON.stringify([folder, plan.fingerprint]))
    .digest('hex')
    .slice(0, 32)}`;
  const workers = workersOf(io, args.concurrency);
  const { report, signal } = await runBatch(io, {
    plan,
    paths: [folder],
    batch,
    state: join(scratch, 'state'),
    workers,
    quiet: args.quiet,
    stopping,
  });
  if (stoppedShort(report, signal)) {
    io.exit(signalExit[signal]);
    return undefined;
  }
  for (const { code, count, files } of report.failures)
    io.err(`${code}: ${String(count)} (${oneLine(files.slice(0, filesNamed).join(', '), 300)})\n`);
  return { failed: report.counts.failed + report.missed.length, duplicate: report.counts.duplicate };
}

/** Of each kind of failure. */
const filesNamed = 3;

function countsOf(labelled: readonly Labelled[], examples: readonly Example[]): Map<string, number> {
  const counts = new Map(labelled.map(({ label }) => [label, 0]));
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** A line for each part, so that messages about one do not quote all of them. */
function modelText({ weights, ...rest }: Model): string {
  const parts = Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${parts.join(',\n')},\n"weights":[\n${weights.map((row) => JSON.stringify(row)).join(',\n')}\n]}`;
}

/** Whole, or not at all. Gives the bytes that were written. */
function write(path: string, text: string): number {
  const part = `${path}.part`;
  writeFileSync(part, `${text}\n`);
  renameSync(part, path);
  return Buffer.byteLength(text) + 1;
}
