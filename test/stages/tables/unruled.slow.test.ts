import { describe, expect, it } from 'vitest';
import { findTables } from '../../../src/stages/tables/find-tables.ts';
import { inkOf } from '../../../src/stages/tables/page-ink.ts';
import { drawnGrid } from '../../support/drawn-grid.ts';
import type { GridRules } from '../../support/drawn-grid.ts';
import { isSame } from '../../support/same-grid.ts';

const grids = 2000;

describe('two thousand grids with wrapped cells, gaps and headings over several columns', () => {
  it.each<[GridRules, number]>([
    ['none', 0.95],
    ['zebra', 0.95],
    ['horizontal', 0.98],
    ['all', 0.99],
  ])('come back equal, with rules: %s', { timeout: 300_000 }, (rules, share) => {
    const same = Array.from({ length: grids }, (_, seed) => drawnGrid(seed, rules)).filter((grid) =>
      isSame(grid, findTables(inkOf(grid.page, grid.drawing))),
    );
    expect(same.length).toBeGreaterThanOrEqual(share * grids);
  });
});
