import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDaemon } from '../daemon.ts';
import { MillraceError } from '../model/errors.ts';
import type { Fault } from '../model/fault.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Plan, PlannedSink } from '../model/plan.ts';
import type { EndedDocument } from '../testing/ended-document.ts';
import { runDaemon } from './drain.ts';
import type { Io } from './io.ts';

/** How documents are run for tests. */
export interface TestRun {
  plan: Plan;
  /** Absolute. */
  documents: readonly string[];
  workers: number;
  faults?: readonly Fault[];
}

/**
 * Runs documents through a pipeline by a daemon of its own, as a batch does, in a folder that is gone afterwards: originals are read where they stand, and
 * nothing is written to where the pipeline writes. How each ended, by its path. Error: `usage.invalid` when a signal came before all had ended.
 */
export async function runForTests(io: Io, { plan, documents, workers, faults }: TestRun): Promise<Map<string, EndedDocument>> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-test-'));
  try {
    const tested: Plan = { ...plan, ...quickRetries, sinks: [resultSink(join(folder, 'results'))] };
    const intake = { kind: 'batch', plan: tested, batch: 'test', paths: documents } as const;
    const terms = { state: join(folder, 'state'), plans: [tested], workers, node: io.node, clock: io.clock, emit: () => undefined, intake };
    return await runDaemon(io, {
      start: () => startDaemon({ ...terms, ...(faults !== undefined && { faults }) }),
      stopping: () => undefined,
      ended: ({ ledger }, signal) => {
        if (signal !== undefined) throw new MillraceError('usage.invalid', `The tests were stopped by ${signal}`);
        return new Map(documents.map((document) => [document, endOf(ledger, document)]));
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds: what waits for the world to get better waits for nothing in a test. */
const quickRetries = { retryDelay: 10, retryDelayMax: 100 };

/** Tests look at the result as it is by default, whatever the pipeline writes. */
function resultSink(folder: string): PlannedSink {
  return { name: 'json', version: 1, config: { include: [] }, folder, form: 'file', extension: '.json', readsSource: false };
}

function endOf(ledger: Ledger, document: string): EndedDocument {
  const path = realpathSync(document);
  const [arrival] = ledger.arrivalsOf(path);
  const job = arrival === undefined ? undefined : ledger.job(arrival.job);
  if (job === undefined) return { attempts: [], error: { code: 'internal.unexpected', message: 'The document was not taken in' } };
  const attempts = ledger.attempts(job.id);
  if (job.status === 'completed' && job.result !== null) return { attempts, result: readFileSync(job.result, 'utf8') };
  return { attempts, error: job.error ?? { code: 'internal.unexpected', message: `The job is ${job.status}` } };
}
