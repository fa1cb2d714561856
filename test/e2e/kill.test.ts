import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killRounds } from '../faults/kill-rounds.ts';

// Catches: a job lost or done twice, a checkpoint ignored, a half-written result, a worker that outlives its daemon. The long form is `npm run faults`.
test('a batch that is killed three times comes to the same end, byte for byte, as one that is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-kill-'));
  const report = await killRounds({ folder, seed: 20_260_105, kills: 3, documents: { count: 21, long: [60, 80] }, say: () => undefined });
  expect(report.failures).toEqual([]);
  expect(report.kills).toBe(3);
  expect(report.restarts_measured).toBeGreaterThan(0);
  await rm(folder, { recursive: true });
});
