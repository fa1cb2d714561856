import { from, lastValueFrom, mergeMap, toArray } from 'rxjs';
import { expect, it } from 'vitest';
import { chaosPool, outputsOf, roomy, stageWork } from '../support/chaos-pool.ts';

const deaths: [stage: string, code: string][] = [
  ['hang-sync', 'worker.timeout'],
  ['ignore-sigterm', 'worker.timeout'],
  ['heap', 'worker.memory'],
  ['buffers', 'worker.memory'],
  ['wasm', 'worker.memory'],
  ['exit-0', 'worker.exit'],
  ['reject-stray', 'worker.exit'],
  ['abort', 'worker.signal'],
  ['kill-self', 'worker.signal'],
  ['too-many', 'worker.protocol'],
];

it('of 1,000 documents the 200 that kill their worker fail with the right reason, and the other 800 are read', async () => {
  const { workers, log } = chaosPool({ processes: 2, execArgv: ['--max-old-space-size=96'] });
  const documents = Array.from({ length: 1000 }, (_, index) =>
    index % 5 === 2 ? deaths[((index - 2) / 5) % deaths.length]! : (['well', 'read'] as const),
  );
  const ends = from(documents).pipe(
    mergeMap(async ([stage, expected], index) => {
      const limits = stage === 'heap' ? roomy : { timeout: expected === 'worker.timeout' ? 200 : 60_000, memory: 300 * 1024 * 1024 };
      const end = await outputsOf(workers, stageWork(stage, { document: String(index), pages: [1, 2, 3] }), limits).then(
        (outputs) => (outputs.length === 3 ? 'read' : 'short'),
        (error: unknown) => (error as { code: string }).code,
      );
      return end === expected ? [] : [`${index} ${stage}: ${end}`];
    }, 4),
    toArray(),
  );
  expect((await lastValueFrom(ends, { defaultValue: [['nothing ended']] })).flat()).toEqual([]);
  await workers.close();
  const alive = log.all('worker.started').length - log.all('worker.exited').length;
  expect(alive).toBe(0);
});
