import type { InkWord } from './page-ink.ts';

/** Words that stand beside each other. */
export interface TextRow {
  words: InkWord[];
  top: number;
  bottom: number;
}

/** Sorts words into rows from the top down, each from left to right. A raised or lowered sign belongs to the row that its middle is in. */
export function textRows(words: readonly InkWord[]): TextRow[] {
  const rows: TextRow[] = [];
  for (const word of [...words].sort((a, b) => middleOf(a) - middleOf(b) || a.box[0] - b.box[0])) {
    const row = rows.at(-1);
    const middle = middleOf(word);
    if (row !== undefined && middle < row.bottom && (row.top + row.bottom) / 2 > word.box[1]) addTo(row, word);
    else rows.push({ words: [word], top: word.box[1], bottom: word.box[3] });
  }
  for (const row of rows) row.words.sort((a, b) => a.box[0] - b.box[0]);
  return rows;
}

/** A row is as high as its largest word; small ones must not stretch it into the next. */
function addTo(row: TextRow, word: InkWord): void {
  row.words.push(word);
  if (word.box[3] - word.box[1] > row.bottom - row.top) [row.top, row.bottom] = [word.box[1], word.box[3]];
}

function middleOf({ box }: InkWord): number {
  return (box[1] + box[3]) / 2;
}
