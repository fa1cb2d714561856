import type { CandidateCell } from './candidate.ts';
import { isFigure } from './figures.ts';
import type { InkWord } from './page-ink.ts';
import { textRows } from './text-rows.ts';

/** In heights of the type: white space within a cell that shows it to be two. */
const widestGap = 1.8;
/** What a wholly empty grid is worth less than a full one. */
const emptyWorth = 0.1;

/**
 * How well words fit a grid of rules, 0–1: words that stand within their cells, in cells that hold one thing each. A cell with a gap through all its lines,
 * or with a number in each of several lines, is a part of a table in which not everything is ruled.
 */
export function latticeConfidence(cells: readonly CandidateCell[], fit: number): number {
  let [words, single, filled] = [0, 0, 0];
  for (const cell of cells) {
    words += cell.words.length;
    if (isSingle(cell)) single += cell.words.length;
    if (cell.words.length > 0) filled++;
  }
  return (fit * single * (1 - emptyWorth * (1 - filled / (cells.length || 1)))) / (words || 1);
}

function isSingle({ words }: CandidateCell): boolean {
  const rows = textRows(words);
  const figures = rows.filter(({ words: row }) => isFigure(row.map((word) => word.text).join(' ')));
  return !hasChannel(words) && (figures.length < 2 || figures.length < rows.length);
}

/** Does white space run down through all lines? Lines set to the full width have gaps too, but not below each other. */
function hasChannel(words: readonly InkWord[]): boolean {
  let end = Infinity;
  for (const { box, size } of [...words].sort((a, b) => a.box[0] - b.box[0])) {
    if (box[0] - end > widestGap * size) return true;
    end = end === Infinity ? box[2] : Math.max(end, box[2]);
  }
  return false;
}
