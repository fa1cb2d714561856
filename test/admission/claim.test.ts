import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { claim } from '../../src/admission/claim.ts';
import { fingerprint } from '../../src/admission/fingerprint.ts';
import { recoverClaims } from '../../src/admission/recover.ts';
import type { Job } from '../../src/model/job.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { eventLog } from '../support/event-log.ts';
import { claiming, completeNext, tempLedger, watchArrival } from '../support/ledger-terms.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface Claiming {
  ledger: Ledger;
  job: Job;
  source: string;
  /** Folder of the job's own. */
  work: string;
}

/** A job whose row is written, and whose original still stands where it came from. */
async function admitted(inbox = tempFolder()): Promise<Claiming> {
  const ledger = tempLedger();
  const workFolder = tempFolder();
  const source = join(inbox, 'a.pdf');
  writeFileSync(source, 'one');
  const { job } = ledger.admit(watchArrival('a.pdf', { path: source }), await fingerprint(source), claiming({ workFolder }), 0);
  return { ledger, job, source, work: join(workFolder, job.id) };
}

const recover = async (ledger: Ledger, release = vi.fn(() => Promise.resolve())) => {
  const log = eventLog();
  await recoverClaims({ ledger, workFolder: tempFolder(), emit: log.emit, release });
  return { log, release };
};

/** A memory file system is another one than that of temporary files, on most machines. */
const otherDisk = existsSync('/dev/shm') && statSync('/dev/shm').dev !== statSync(tempRoot()).dev ? '/dev/shm' : undefined;

function tempRoot(): string {
  return process.env['TMPDIR'] ?? '/tmp';
}

describe('a claim', () => {
  it('moves the original into the work folder, and only then is the job due', async () => {
    const { ledger, job, source, work } = await admitted();
    expect(ledger.claimNext(['watch:p'], 0)).toBeUndefined();
    await claim(job, ledger);
    expect(existsSync(source)).toBe(false);
    expect(readFileSync(join(work, 'original'), 'utf8')).toBe('one');
    expect(ledger.claimNext(['watch:p'], 0)).toMatchObject({ id: job.id, custody: 'held', signature: job.signature });
  });

  it('forgets the job of a file that is gone', async () => {
    const { ledger, job, source } = await admitted();
    unlinkSync(source);
    await expect(claim(job, ledger)).rejects.toMatchObject({ code: 'source.vanished' });
    expect(ledger.job(job.id)).toBeUndefined();
  });

  it('gives a file back that took the name after the hash was made (its bytes would have been processed under the hash of others)', async () => {
    const { ledger, job, source } = await admitted();
    writeFileSync(`${source}.new`, 'another');
    renameSync(`${source}.new`, source);
    await expect(claim(job, ledger)).rejects.toMatchObject({ code: 'source.changed' });
    expect(readFileSync(source, 'utf8')).toBe('another');
    expect(ledger.job(job.id)).toBeUndefined();
  });

  it.skipIf(otherDisk === undefined)('copies from another file system, with the signature of the copy', async () => {
    const { ledger, job, source, work } = await admitted(tempFolder(otherDisk));
    await claim(job, ledger);
    expect(existsSync(source)).toBe(false);
    expect(readdirSync(work)).toEqual(['original']);
    const held = ledger.job(job.id);
    expect(held).toMatchObject({ custody: 'held' });
    expect(held?.signature).toBe((await fingerprint(join(work, 'original'))).signature);
  });

  it.skipIf(otherDisk === undefined)('leaves a file on the other file system alone that is not what was hashed', async () => {
    const { ledger, job, source, work } = await admitted(tempFolder(otherDisk));
    writeFileSync(source, 'two');
    await expect(claim(job, ledger)).rejects.toMatchObject({ code: 'source.changed' });
    expect(readFileSync(source, 'utf8')).toBe('two');
    expect(readdirSync(work)).toEqual([]);
  });
});

describe('after a death in the middle of a claim', () => {
  it('an original that still stands where it came from is claimed', async () => {
    const { ledger, job, work } = await admitted();
    await recover(ledger);
    expect(existsSync(join(work, 'original'))).toBe(true);
    expect(ledger.job(job.id)?.custody).toBe('held');
  });

  it('an original that had arrived already is held', async () => {
    const { ledger, job, source, work } = await admitted();
    mkdirSync(work);
    renameSync(source, join(work, 'original'));
    await recover(ledger);
    expect(ledger.job(job.id)?.custody).toBe('held');
  });

  it('a copy that is whole is held, and its source goes', async () => {
    const { ledger, job, source, work } = await admitted();
    mkdirSync(work);
    writeFileSync(join(work, 'original'), 'one');
    await recover(ledger);
    expect(existsSync(source)).toBe(false);
    expect(ledger.job(job.id)?.custody).toBe('held');
  });

  it('a copy that had its source removed, and a new file of that name, are kept apart', async () => {
    const { ledger, job, source, work } = await admitted();
    mkdirSync(work);
    renameSync(source, join(work, 'original'));
    writeFileSync(source, 'two');
    await recover(ledger);
    expect(readFileSync(source, 'utf8')).toBe('two');
    expect(ledger.job(job.id)?.custody).toBe('held');
  });

  it('other bytes than those that were hashed go back beside the file that has their name', async () => {
    const { ledger, job, source, work } = await admitted();
    mkdirSync(work);
    writeFileSync(join(work, 'original'), 'other');
    await recover(ledger);
    expect(ledger.job(job.id)).toBeUndefined();
    expect(readFileSync(source, 'utf8')).toBe('one');
    expect(readFileSync(source.replace('a.pdf', `a~${job.id.slice(0, 8)}.pdf`), 'utf8')).toBe('other');
  });

  it('an original that is nowhere is told, and its job forgotten', async () => {
    const { ledger, job, source } = await admitted();
    unlinkSync(source);
    const { log } = await recover(ledger);
    expect(ledger.job(job.id)).toBeUndefined();
    expect(log.all('file.ignored')).toMatchObject([{ path: source }]);
  });

  it('a job that had ended lets its original go', async () => {
    const { ledger, job } = await admitted();
    await claim(job, ledger);
    completeNext(ledger);
    const { release } = await recover(ledger);
    expect(release).toHaveBeenCalledWith(expect.objectContaining({ id: job.id, status: 'completed' }));
  });

  it('one original that cannot be settled does not keep the others from it', async () => {
    const { ledger, job } = await admitted();
    await claim(job, ledger);
    completeNext(ledger);
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const { log } = await recover(
      ledger,
      vi.fn(() => Promise.reject(full)),
    );
    expect(log.all('original.kept')).toMatchObject([{ job: job.id, error: { code: 'disk.full' } }]);
  });
});
