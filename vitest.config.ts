import { defineConfig } from 'vitest/config';

const apart = ['test/contract/**', 'test/e2e/**', 'test/faults/**', 'test/tooling/**'];
const slow = '**/*.slow.test.ts';

// Each project starts when the one before it has ended: the fast one first. `*.slow.test.ts` runs only when asked for (npm run test:slow).
// The orders begin at 1, since vitest puts files of order 0 last where it has one worker.
export default defineConfig({
  test: {
    pool: 'forks',
    retry: 0,
    // The order of tests is shuffled; the seed is printed, and `--sequence.seed=N` repeats it.
    sequence: { shuffle: { files: false, tests: true } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...apart, slow],
          testTimeout: 20_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/{contract,tooling}/**/*.test.ts'],
          exclude: [slow],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/{e2e,faults}/**/*.test.ts'],
          exclude: [slow],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // These start daemons with workers of their own, and some measure time.
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: [`test/${slow}`],
          testTimeout: 20 * 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
