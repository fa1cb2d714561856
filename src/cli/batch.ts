import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { MillraceError } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import type { BatchReport } from '../report/batch-report.ts';
import { counted } from '../report/counted.ts';
import { reportMarkdown } from '../report/markdown.ts';
import { runBatch, stoppedShort } from './batch-run.ts';
import { signalExit, someFailed } from './exit-codes.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';
import { planFor } from './plans.ts';
import { jsonOption, stateOption, tell } from './state.ts';
import { concurrencyOption, enoughInFlight, workersOf } from './workers-option.ts';

interface Arguments {
  path: string[];
  pipeline: string | undefined;
  out: string | undefined;
  concurrency: number | undefined;
  include: string[] | undefined;
  report: string | undefined;
  state: string;
  json: boolean;
  quiet: boolean;
}

export const batch = (io: Io): CommandModule<object, Arguments> => ({
  command: 'batch <path..>',
  describe: 'Process the files that are there, show progress, write a report, exit',
  builder: (args) =>
    args
      .positional('path', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'Files, and folders to walk; originals are read where they stand',
      })
      .option('pipeline', {
        type: 'string',
        describe: 'Pipeline file (default: pipelines/documents.yaml)',
        requiresArg: true,
        coerce: once<string>('pipeline'),
      })
      .option('out', { type: 'string', describe: "Folder of the results (default: the pipeline's)", requiresArg: true, coerce: once<string>('out') })
      .option('concurrency', concurrencyOption)
      .option('include', {
        type: 'string',
        array: true,
        describe: "Which files of a folder, by a pattern; may be given again (default: the pipeline's)",
        requiresArg: true,
      })
      .option('report', {
        type: 'string',
        describe: 'Report file, with a .md beside it (default: report.json in the results folder)',
        requiresArg: true,
        coerce: once<string>('report'),
      })
      .option('state', stateOption)
      .option('json', jsonOption)
      .option('quiet', { type: 'boolean', default: false, describe: 'No progress' })
      .example('$0 batch scans/ --out results', 'A folder, with the documents pipeline')
      .example('$0 batch a.pdf b.pdf --pipeline invoices.yaml', 'Some files')
      .epilogue(
        'Ctrl-C lets the documents in work come to their end; the same command again goes on where it stopped. Exit code 3: some documents failed.',
      ),
  handler: async (args) => {
    const plan = enoughInFlight(planFor(io, args.pipeline, args.out, args.include), args.concurrency);
    if (args.path.includes('')) throw new MillraceError('usage.invalid', 'A path is empty; is a variable not set?');
    const paths = args.path.map((path) => resolve(io.cwd, path));
    const files = reportFiles(io, args.report, plan);
    const { state, quiet } = args;
    const workers = workersOf(io, args.concurrency);
    const { report, signal } = await runBatch(io, { plan, paths, batch: batchId(plan, paths), state, workers, quiet, stopping });
    writeReport(files, report);
    tell(io, args.json, report, () => summary(report));
    io.exit(stoppedShort(report, signal) ? signalExit[signal] : report.counts.failed + report.missed.length > 0 ? someFailed : 0);
  },
});

const stopping = 'Stopping: documents in work come to their end, at most 25 s. Once more to stop at once; nothing is lost either way.\n';

/** The same files into the same place by the same pipeline are the same batch, however often the command is given. */
function batchId(plan: Plan, paths: readonly string[]): string {
  const what = JSON.stringify([plan.name, plan.sinks.map((sink) => sink.folder), paths.toSorted(), plan.source.include]);
  return `batch:${createHash('sha256').update(what).digest('hex').slice(0, 32)}`;
}

interface ReportFiles {
  json: string;
  markdown: string;
}

/** A report that cannot be written is found out before the first document, not after the last; the results folder is looked at by the daemon. */
function reportFiles(io: Io, named: string | undefined, plan: Plan): ReportFiles {
  const json = resolve(io.cwd, named ?? join(plan.sinks[0]?.folder ?? '.', 'report.json'));
  const { dir, name, ext } = parse(json);
  if (named !== undefined) assertWritable(json);
  return { json, markdown: ext === '.md' ? `${json}.md` : join(dir, `${name}.md`) };
}

function assertWritable(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new MillraceError('usage.invalid', `--report must name a file, and ${file} is a folder`);
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  accessSync(folder, constants.W_OK | constants.X_OK);
}

function writeReport({ json, markdown }: ReportFiles, report: BatchReport): void {
  makeFolder(dirname(json));
  writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(markdown, reportMarkdown(report));
}

/** One level at a time: Node's own recursive way never ends where nothing can be made (`/proc/x`). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function summary({ counts, unfinished, all_found, ignored, missed, pages, wall_seconds, pages_per_second, failures }: BatchReport): string {
  const parts = [`${String(counts.completed)} completed`, `${String(counts.failed)} failed`];
  if (counts.duplicate > 0) parts.push(counted(counts.duplicate, 'duplicate'));
  if (counts.cancelled > 0) parts.push(`${String(counts.cancelled)} cancelled`);
  if (unfinished > 0) parts.push(`${String(unfinished)} not finished`);
  if (!all_found) parts.push('stopped before all files were found');
  if (unfinished > 0 || !all_found) parts.push('the same command again goes on');
  if (ignored > 0) parts.push(`${String(ignored)} ignored`);
  if (missed.length > 0) parts.push(`${String(missed.length)} could not be taken: see the report`);
  const why = failures.map(({ code, count }) => `  ${code}: ${String(count)}`);
  return [`${parts.join(', ')}; ${counted(pages, 'page')} in ${wall_seconds.toFixed(1)} s (${pages_per_second.toFixed(1)} pages/s)`, ...why].join(
    '\n',
  );
}
