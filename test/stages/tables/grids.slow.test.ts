import { describe, expect, it } from 'vitest';
import { failedGrids } from './grids.ts';

const grids = 2000;

describe('two thousand random grids', () => {
  it('come back equal in 99 % of all cases when they are ruled', { timeout: 300_000 }, async () => {
    expect((await failedGrids(grids, ['lines', 'boxes', 'bars'], true, 7)).length).toBeLessThanOrEqual(0.01 * grids);
  });

  it('come back equal in 95 % of all cases when no upright rule is drawn', { timeout: 300_000 }, async () => {
    expect((await failedGrids(grids, ['level', 'zebra', 'none'], false, 8)).length).toBeLessThanOrEqual(0.05 * grids);
  });
});
