import { describe, expect, it } from 'vitest';
import { failedGrids } from './grids.ts';

describe('random grids', () => {
  it('come back equal, spans included, however their rules are drawn', async () => {
    expect(await failedGrids(45, ['lines', 'boxes', 'bars'], true, 20)).toEqual([]);
  });

  it('come back without upright rules: by level rules, by shading, or by nothing', async () => {
    expect((await failedGrids(45, ['level', 'zebra', 'none'], false, 21)).length).toBeLessThanOrEqual(2);
  });
});
