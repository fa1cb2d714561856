import { mkdtemp, rm } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRounds } from './kill-rounds.ts';

/**
 * `npm run faults -- [--seed N] [--kills 60] [--documents 200]`: kill -9 of the daemon at random moments of a batch, and a comparison of every byte.
 * Ends with a line of JSON; exit code 1 and the folder kept when anything is wrong.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '60' },
    documents: { type: 'string', default: '200' },
    keep: { type: 'boolean', default: false },
  },
});
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
const folder = await mkdtemp(join(tmpdir(), 'millrace-faults-'));
console.log(`seed ${seed}, in ${folder}`);

const report = await killRounds({
  folder,
  seed,
  kills: Number(values.kills),
  documents: { count: Number(values.documents) },
  say: (line) => console.log(line),
});

for (const failure of report.failures.slice(0, 50)) console.log(`FAULT ${failure}`);
console.log(
  `seed ${seed}: ${report.kills} kills (${report.kills_at_start} before the first task), ${report.rounds} rounds, longest restart ${report.max_restart_ms} ms, workers gone after at most ${report.max_orphan_ms} ms`,
);
console.log(JSON.stringify({ item: 'kill-daemon', ...report, failures: report.failures.length }));
if (report.failures.length > 0) {
  console.log(`Everything is kept in ${folder}; the same seed again: npm run faults -- --seed ${seed}`);
  process.exitCode = 1;
} else if (!values.keep) await rm(folder, { recursive: true });
