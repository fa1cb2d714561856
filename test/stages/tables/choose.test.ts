import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/model/page.ts';
import type { Candidate } from '../../../src/stages/tables/candidate.ts';
import { chooseTables } from '../../../src/stages/tables/choose.ts';
import type { InkWord } from '../../../src/stages/tables/page-ink.ts';

const word = (text: string): InkWord => ({ text, box: [0, 0, 1, 1], line: 0, size: 10, angle: 0 });

/** A grid of even cells over a box; `words` go into its cells one after the other. */
function grid(
  method: Candidate['method'],
  box: Box,
  [rows, columns]: readonly [number, number],
  words: readonly InkWord[],
  confidence: number,
): Candidate {
  const [x0, y0, x1, y1] = box;
  const xs = Array.from({ length: columns + 1 }, (_, c) => x0 + (c * (x1 - x0)) / columns);
  const ys = Array.from({ length: rows + 1 }, (_, r) => y0 + (r * (y1 - y0)) / rows);
  const cells = Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const own: Box = [xs[column] ?? 0, ys[row] ?? 0, xs[column + 1] ?? 0, ys[row + 1] ?? 0];
    return { row, column, row_span: 1, column_span: 1, box: own, words: words.filter((_, w) => w % (rows * columns) === i) };
  });
  return { method, rule: method === 'lattice' ? 'ruled' : 'unruled', box, xs, ys, cells, confidence };
}

const words = (count: number, name: string): InkWord[] => Array.from({ length: count }, (_, i) => word(`${name}${String(i)}`));
const chosen = (...candidates: Candidate[]): Candidate[] => chooseTables(candidates, () => undefined);

describe('of candidates in one place', () => {
  it('the more confident one stays', () => {
    const own = words(9, 'w');
    const [better, worse] = [0.9, 0.7].map((confidence) => grid('stream', [0, 0, 300, 300], [3, 3], own, confidence));
    expect(chosen(worse as Candidate, better as Candidate)).toEqual([better]);
  });

  it('a table in a cell of another takes nothing from it, and a frame is no table', () => {
    const outer = grid('lattice', [0, 0, 300, 300], [3, 3], words(9, 'o'), 0.95);
    const inner = grid('lattice', [210, 210, 290, 290], [2, 2], words(4, 'i'), 1);
    expect(chosen(outer, inner)).toEqual([outer, inner]);
    const frame = grid('lattice', [0, 0, 300, 300], [2, 1], words(2, 'f'), 0.95);
    expect(chosen(frame, inner)).toEqual([inner]);
  });

  // Five boxes of an invoice were lost to what stood around them.
  it('rules keep their words when what was found around them has none of these', () => {
    const box = grid('lattice', [200, 10, 290, 60], [3, 2], words(6, 'box'), 0.98);
    const around = grid('stream', [0, 0, 300, 500], [10, 4], words(40, 'around'), 0.9);
    expect(chosen(box, around)).toEqual([around, box]);
  });

  it('what was found within rules, of words that no cell holds, is nothing beside them', () => {
    const form = grid('lattice', [0, 0, 300, 500], [10, 4], words(40, 'form'), 0.9);
    const within = grid('stream', [10, 10, 290, 80], [3, 3], words(9, 'within'), 0.8);
    expect(chosen(form, within)).toEqual([form]);
  });

  it('rules that hold a small part of what is aligned give way to it', () => {
    const all = words(40, 'w');
    const head = grid('lattice', [0, 0, 300, 40], [2, 4], all.slice(0, 8), 0.9);
    const whole = grid('stream', [0, 0, 300, 500], [10, 4], all, 0.9);
    expect(chosen(head, whole)).toEqual([whole]);
  });
});
