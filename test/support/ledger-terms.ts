import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AdmissionTerms, Arrival, Fingerprint, Ledger } from '../../src/model/ledger.ts';
import type { Job } from '../../src/model/job.ts';
import { openLedger } from '../../src/store/ledger.ts';
import { onTestFinished } from 'vitest';
import { quickFolder, tempFolder } from './temp-folder.ts';

/** A ledger on a real file, closed and gone when the test has finished. */
export function tempLedger(path = join(tempFolder(quickFolder), 'ledger.db')): Ledger {
  const ledger = openLedger(path);
  onTestFinished(() => ledger.close());
  return ledger;
}

export const batchOf = 'batch-1';

/** A file of a batch, found at `/in/<name>`. */
export function batchArrival(name: string, change: Partial<Arrival> = {}): Arrival {
  return { pipeline: 'p', path: `/in/${name}`, name, batch: batchOf, ...change };
}

/** A file of a watched folder. */
export function watchArrival(name: string, change: Partial<Arrival> = {}): Arrival {
  return { ...batchArrival(name), batch: null, ...change };
}

export const watchQueue = 'watch:p';

export function printOf(content: string, signature = `signature of ${content}`): Fingerprint {
  return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length, signature };
}

export function inPlace(change: Partial<AdmissionTerms> = {}): AdmissionTerms {
  return {
    destination: '/out',
    fingerprint: 'f1',
    maxRetries: 3,
    custody: 'in_place',
    workFolder: '/state/work',
    resultStands: () => true,
    ...change,
  };
}

export function claiming(change: Partial<AdmissionTerms> = {}): AdmissionTerms {
  return inPlace({ custody: 'claim', ...change });
}

/** Admits a file of the batch whose content is its name, unless another is said. */
export function admitFile(ledger: Ledger, name: string, { content = name, now = 0 }: { content?: string; now?: number } = {}): Job {
  return ledger.admit(batchArrival(name), printOf(content), inPlace(), now).job;
}

export const noKeys = { fingerprint: 'f1', keys: [] };

/** Takes the next job of the batch and ends it. */
export function completeNext(ledger: Ledger, now = 0): Job {
  const job = ledger.claimNext([batchOf, watchQueue], now);
  if (job === undefined) throw new Error('no job is due');
  ledger.commit(job.id, { kind: 'completed', result: `/out/${job.result_name}.json`, partial: false }, noKeys, now);
  return job;
}
