import { apply } from '../../image/affine.ts';
import type { Affine } from '../../image/affine.ts';
import type { Component } from '../../image/components.ts';
import type { ReadLine } from './engine.ts';

/** Boxes of words end where Tesseract takes the letters to end, which may be a little early; in heights of the box. */
const margin = 0.25;

/**
 * Share of the ink of letters that lies in no word, 0–1: recognition does not say by its confidence what it has left out. Letters are in pixels of the page, `forward` maps
 * them to those of the words.
 */
export function missedInk(letters: readonly Component[], forward: Affine, lines: readonly ReadLine[]): number {
  const boxes = lines.flatMap(({ words }) => words.map(({ box }) => box)).sort((a, b) => a[1] - b[1]);
  let [all, missed] = [0, 0];
  for (const { left, top, right, bottom, ink } of letters) {
    const [x, y] = apply(forward, (left + right + 1) / 2, (top + bottom + 1) / 2);
    const covered = boxes.some(([x0, y0, x1, y1]) => {
      const room = margin * (y1 - y0);
      return x >= x0 - room && x <= x1 + room && y >= y0 - room && y <= y1 + room;
    });
    all += ink;
    if (!covered) missed += ink;
  }
  return all === 0 ? 0 : missed / all;
}
