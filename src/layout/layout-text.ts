import type { Box, Page, Word } from '../model/page.ts';

/** Blank lines that a gap is worth at the most. */
const mostBlank = 3;
/** Distance of lines in heights of the type. */
const usualLeading = 1.2;
/** Wider gaps than this, in heights of the type, part columns. */
const phraseGap = 0.7;
/** Characters of a line; what lies further right is set behind what is there. */
const widest = 400;

/**
 * The text of a page as it looks in type of one width: words stand where they stand on the page, columns are kept apart by spaces, gaps by
 * blank lines, as `pdftotext -layout` does. Patterns of templates are written against this. Rotated lines come last, as they read.
 */
export function layoutText({ lines }: Pick<Page, 'lines'>): string {
  const upright = lines.filter((line) => line.angle === undefined).flatMap((line) => line.words);
  const rows = rowsOf(upright);
  const pitch = median(upright.map(({ text, box }) => (box[2] - box[0]) / Math.max(1, text.length))) || 1;
  const leading = usualLeading * median(upright.map(({ box }) => box[3] - box[1])) || 1;
  const left = Math.min(...upright.map(({ box }) => box[0]));
  const set = rows.map((row, i) => {
    const gap = i === 0 ? 0 : row.middle - (rows[i - 1]?.middle ?? 0);
    const blank = Math.min(mostBlank, Math.max(0, Math.round(gap / leading) - 1));
    return '\n'.repeat(blank) + setRow(row.words, left, pitch);
  });
  const turned = lines.filter((line) => line.angle !== undefined).map((line) => line.text);
  return [...set, ...turned].join('\n');
}

interface Row {
  words: Word[];
  top: number;
  bottom: number;
  middle: number;
}

/** Words side by side: those whose middle lies within the height of the row. */
function rowsOf(words: readonly Word[]): Row[] {
  const rows: Row[] = [];
  for (const word of [...words].sort((a, b) => middleOf(a.box) - middleOf(b.box) || a.box[0] - b.box[0])) {
    const [, top, , bottom] = word.box;
    const row = rows.at(-1);
    const middle = middleOf(word.box);
    if (row !== undefined && middle < row.bottom && row.middle > top && !row.words.some((other) => overlap(other.box, word.box))) {
      row.words.push(word);
      row.top = Math.min(row.top, top);
      row.bottom = Math.max(row.bottom, Math.min(bottom, row.top + 1.5 * (bottom - top)));
    } else rows.push({ words: [word], top, bottom, middle });
  }
  return rows;
}

/** Words of two lines that are set close share a stretch of the line; words of one line do not. */
function overlap(a: Box, b: Box): boolean {
  const shared = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  return shared > 0.3 * Math.min(a[2] - a[0], b[2] - b[0]) && Math.abs(middleOf(a) - middleOf(b)) > 0.3 * Math.min(a[3] - a[1], b[3] - b[1]);
}

/** Words of one phrase are one space apart, whatever their type; only what stands apart goes to its column. */
function setRow(words: readonly Word[], left: number, pitch: number): string {
  let text = '';
  let before: Box | undefined;
  for (const { text: word, box } of [...words].sort((a, b) => a.box[0] - b.box[0])) {
    const column = Math.min(widest, Math.round((box[0] - left) / pitch));
    const apart = before !== undefined && box[0] - before[2] > phraseGap * (box[3] - box[1]);
    if (before === undefined) text = ' '.repeat(column);
    else text = apart ? text.padEnd(Math.max(column, text.length + 2)) : `${text} `;
    text += word;
    before = box;
  }
  return text;
}

const middleOf = (box: Box): number => (box[1] + box[3]) / 2;

function median(numbers: readonly number[]): number {
  const sorted = numbers.filter((number) => number > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
