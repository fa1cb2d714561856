import type { ErrorCode } from '../model/errors.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Spending } from '../model/usage.ts';
import type { RunFigures } from './run-figures.ts';

/** Failures and duplicates that are listed by name; the counts are of all. */
const listed = 1_000;

export interface BatchReport {
  format: 'millrace.report/1';
  /** `total` is the sum of the others; a batch that was stopped has `unfinished` besides. */
  counts: { total: number; completed: number; failed: number; duplicate: number; cancelled: number };
  unfinished: number;
  /** False when the batch was stopped before all of its files were found: then there are more than are counted here. */
  all_found: boolean;
  pages: number;
  bytes: number;
  wall_seconds: number;
  pages_per_second: number;
  documents_per_second: number;
  retries: number;
  /** What the documents have taken of services that count tokens, over all runs: in all, and the dearest files. */
  usage: Spending & { files: ({ path: string } & Spending)[] };
  /** Of the daemon process, in bytes. */
  peak_memory: number;
  /** Seconds per task. */
  stages: { stage: string; tasks: number; p50: number; p95: number; total: number }[];
  slowest: { filename: string; seconds: number }[];
  failures: { code: ErrorCode; count: number; files: string[] }[];
  duplicates: { path: string; job: string }[];
  /** Files and folders that the pipeline does not want: by name, or because they are no regular files. */
  ignored: number;
  /** Those that could not even be taken: names that are no UTF-8, folders that cannot be read. */
  missed: { path: string; reason: string }[];
}

/** What came of a batch: counts from the ledger over all of its runs, times and throughput from this one. */
export function batchReport(ledger: Ledger, batch: string, figures: RunFigures, peakMemory: number): BatchReport {
  const totals = ledger.batchTotals(batch);
  const { completed, failed, cancelled, pending, processing } = totals.byStatus;
  const seconds = figures.elapsed() / 1000;
  return {
    format: 'millrace.report/1',
    counts: { total: completed + failed + totals.duplicates + cancelled, completed, failed, duplicate: totals.duplicates, cancelled },
    unfinished: pending + processing,
    all_found: figures.listed,
    pages: totals.pages,
    bytes: totals.bytes,
    wall_seconds: round(seconds),
    pages_per_second: round(figures.pages / seconds),
    documents_per_second: round(figures.ended / seconds),
    retries: totals.retries,
    usage: usageOf(ledger, batch),
    peak_memory: peakMemory,
    stages: [...figures.stages].map(([stage, times]) => ({
      stage,
      tasks: times.count,
      p50: round(times.at(0.5) / 1000),
      p95: round(times.at(0.95) / 1000),
      total: round(times.sum / 1000),
    })),
    slowest: figures.slowest.map(({ filename, duration }) => ({ filename, seconds: round(duration / 1000) })),
    failures: byCode(ledger, batch),
    duplicates: ledger.batchDuplicates(batch, listed).map(({ path, job }) => ({ path, job })),
    ignored: figures.ignored,
    missed: [...figures.missed],
  };
}

function usageOf(ledger: Ledger, batch: string): BatchReport['usage'] {
  const { total, files } = ledger.batchSpending(batch, listed);
  return { ...rounded(total), files: files.map(({ file_path: path, ...spending }) => ({ path, ...rounded(spending) })) };
}

/** A document may cost a fraction of a cent. */
const rounded = (spending: Spending): Spending => ({ ...spending, cost: Math.round(spending.cost * 1e6) / 1e6 });

function byCode(ledger: Ledger, batch: string): BatchReport['failures'] {
  const files = new Map<string | undefined, string[]>();
  for (const { error, file_path } of ledger.batchFailures(batch, listed)) {
    const known = files.get(error?.code);
    if (known === undefined) files.set(error?.code, [file_path]);
    else known.push(file_path);
  }
  return ledger.batchFailureCounts(batch).map(({ code, count }) => ({ code, count, files: files.get(code) ?? [] }));
}

const round = (value: number): number => (Number.isFinite(value) ? Math.round(value * 1000) / 1000 : 0);
