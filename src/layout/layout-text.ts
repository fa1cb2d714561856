import type { Box, Line, Page, Word } from '../model/page.ts';

/** Blank lines that a gap is worth at the most. */
const mostBlank = 3;
/** Distance of lines in heights of the type. */
const usualLeading = 1.2;
/** Wider gaps than this, in heights of the type, part columns. */
const phraseGap = 0.7;
/** Characters of a line; what lies further right is set behind what is there. */
const widest = 400;

/** A word and where it stands in a layout: offsets in UTF-16 units, the end exclusive. */
export interface PlacedWord {
  word: Word;
  from: number;
  to: number;
}

export interface Layout {
  text: string;
  /** In the order of the text. */
  words: PlacedWord[];
}

/** The text of a page as it looks in type of one width; see `layoutOf`. */
export function layoutText(page: Pick<Page, 'lines'>): string {
  return layoutOf(page).text;
}

/**
 * A page as it looks in type of one width: words stand where they stand on the page, columns are kept apart by spaces, gaps by
 * blank lines, as `pdftotext -layout` does. Patterns of templates are written against this. Rotated lines come last, as they read.
 */
export function layoutOf({ lines }: Pick<Page, 'lines'>): Layout {
  const upright = lines.filter((line) => line.angle === undefined).flatMap((line) => line.words);
  const rows = rowsOf(upright);
  const pitch = median(upright.map(({ text, box }) => (box[2] - box[0]) / Math.max(1, text.length))) || 1;
  const leading = usualLeading * median(upright.map(({ box }) => box[3] - box[1])) || 1;
  const left = Math.min(...upright.map(({ box }) => box[0]));
  const set = rows.flatMap((row, i) => {
    const gap = i === 0 ? 0 : row.middle - (rows[i - 1]?.middle ?? 0);
    const blank = Math.min(mostBlank, Math.max(0, Math.round(gap / leading) - 1));
    return [...Array<Layout>(blank).fill({ text: '', words: [] }), setRow(row.words, left, pitch)];
  });
  return stacked([...set, ...lines.filter((line) => line.angle !== undefined).map(setTurned)]);
}

function stacked(rows: readonly Layout[]): Layout {
  let start = 0;
  const words = rows.flatMap((row) => {
    const shift = start;
    start += row.text.length + 1;
    return row.words.map(({ word, from, to }) => ({ word, from: from + shift, to: to + shift }));
  });
  return { text: rows.map(({ text }) => text).join('\n'), words };
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
function setRow(row: readonly Word[], left: number, pitch: number): Layout {
  let text = '';
  let before: Box | undefined;
  const words = [...row]
    .sort((a, b) => a.box[0] - b.box[0])
    .map((word): PlacedWord => {
      const { box } = word;
      const column = Math.min(widest, Math.round((box[0] - left) / pitch));
      const apart = before !== undefined && box[0] - before[2] > phraseGap * (box[3] - box[1]);
      if (before === undefined) text = ' '.repeat(column);
      else text = apart ? text.padEnd(Math.max(column, text.length + 2)) : `${text} `;
      const from = text.length;
      text += word.text;
      before = box;
      return { word, from, to: text.length };
    });
  return { text, words };
}

/** Its text may have been mended, so that not every word still stands in it. */
function setTurned({ text, words }: Line): Layout {
  let reached = 0;
  const placed = words.flatMap((word): PlacedWord[] => {
    const from = text.indexOf(word.text, reached);
    if (from < 0) return [];
    reached = from + word.text.length;
    return [{ word, from, to: reached }];
  });
  return { text, words: placed };
}

const middleOf = (box: Box): number => (box[1] + box[3]) / 2;

function median(numbers: readonly number[]): number {
  const sorted = numbers.filter((number) => number > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
