import { readdir, rm, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Emit } from '../model/events.ts';
import type { Job } from '../model/job.ts';
import type { Ledger } from '../model/ledger.ts';
import { asMillraceError, toErrorData } from '../model/errors.ts';
import { claim } from './claim.ts';
import { fingerprint } from './fingerprint.ts';
import { giveBack } from './move-new.ts';
import { signatureAt } from './signature.ts';
import { uploadsIn } from './upload-door.ts';

export interface RecoveryTerms {
  ledger: Ledger;
  /** Absolute. */
  workFolder: string;
  emit: Emit;
  release: (job: Job) => Promise<void>;
}

/** Finishes what a death in the middle of a claim or a release has left, before anything new comes in. What cannot be finished now stays as it is, and is told. */
export async function recoverClaims({ ledger, workFolder, emit, release }: RecoveryTerms): Promise<void> {
  for (const job of ledger.unsettledCustody()) {
    try {
      if (job.custody === 'claiming') await recoverClaim(job, ledger, emit);
      else await release(job);
    } catch (error) {
      emit({ type: 'original.kept', job: job.id, path: job.input_path, error: toErrorData(asMillraceError(error)) });
    }
  }
  await sweepUploads(workFolder, ledger);
  await sweep(workFolder);
}

/** An upload that no job has claimed was never acknowledged: its client sends it again. */
async function sweepUploads(workFolder: string, ledger: Ledger): Promise<void> {
  const claiming = new Set(ledger.unsettledCustody().map(({ file_path }) => file_path));
  const folder = uploadsIn(workFolder);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(noneThere)) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !claiming.has(path)) await rm(path, { force: true });
  }
  for (const name of await readdir(folder).catch(noneThere)) await rmdir(join(folder, name)).catch(unlessFull);
}

function noneThere(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** A death between two steps may leave an empty folder of a job that is over; one that holds anything stays. */
async function sweep(workFolder: string): Promise<void> {
  for (const name of await readdir(workFolder)) {
    await rmdir(join(workFolder, name)).catch(unlessFull);
  }
}

function unlessFull(error: NodeJS.ErrnoException): void {
  if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(String(error.code))) throw error;
}

/** Four cases, by what stands where it came from and what stands in the work folder. */
async function recoverClaim(job: Job, ledger: Ledger, emit: Emit): Promise<void> {
  const [source, held] = await Promise.all([signatureAt(job.file_path), signatureAt(job.input_path)]);
  if (held !== undefined) return heldAlready(job, { source, held }, ledger);
  if (source === job.signature) return claim(job, ledger);
  ledger.unclaim(job.id);
  if (source === undefined)
    emit({ type: 'file.ignored', pipeline: job.pipeline, path: job.file_path, reason: 'it vanished while it was being claimed', missed: true });
}

/** A rename leaves the very file; a copy from another file system leaves the same bytes, and perhaps its source. Anything else was put there in error, and goes back. */
async function heldAlready(job: Job, { source, held }: { source: string | undefined; held: string }, ledger: Ledger): Promise<void> {
  if (held !== job.signature && (await fingerprint(job.input_path)).sha256 !== job.sha256) {
    await giveBack(job.input_path, job.file_path, job.id.slice(0, 8));
    ledger.unclaim(job.id);
    return;
  }
  if (source === job.signature && held !== job.signature) await unlink(job.file_path);
  ledger.held(job.id, held);
}
