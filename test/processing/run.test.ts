import { lstatSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { signature } from '../../src/admission/signature.ts';
import type { Job } from '../../src/model/job.ts';
import { beginRun } from '../../src/processing/run.ts';
import { smallMill } from '../support/small-mill.ts';

// Who retried a job in the very moment in which its original was laid aside got `source.vanished` for a file that is there.
it('reads the original where the run before has just put it', async () => {
  const small = smallMill();
  const { mill } = small;
  const held: Job = { ...small.admit('a.pdf'), custody: 'held' };
  const place = join(mill.workFolder, 'laid-aside.pdf');
  writeFileSync(held.input_path, 'a.pdf');
  const moved = { ...held, custody: 'released' as const, input_path: place };
  const puttingAway = async (): Promise<void> => {
    renameSync(held.input_path, place);
    moved.signature = signature(lstatSync(place, { bigint: true }));
    return Promise.resolve();
  };
  const run = await beginRun({ ...mill, release: puttingAway, ledger: { ...mill.ledger, job: () => moved } }, held);
  expect(run.job.input_path).toBe(place);
});
