import type { Component } from '../../image/components.ts';
import type { Segmentation } from './engine.ts';

/** Type narrower than this, in heights of its capitals, cannot stand in columns of running text: it is a receipt, a label, a cutting. */
const narrow = 50;

/** Letters at each side that may be dirt beside the type. */
const stray = 0.01;

/**
 * Narrow type is read as one block: an engine that looks for columns takes the prices of a receipt for one. `letters` run across and are of one `size`, the height of capitals.
 */
export function segmentationFor(letters: readonly Component[], size: number): Segmentation {
  const lefts = letters.map(({ left }) => left).sort((a, b) => a - b);
  const rights = letters.map(({ right }) => right).sort((a, b) => a - b);
  const out = Math.floor(stray * letters.length);
  const width = (rights.at(-1 - out) ?? 0) - (lefts[out] ?? 0);
  return width < narrow * size ? 'block' : 'page';
}
