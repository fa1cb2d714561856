import type { Drawing } from '../../model/drawing.ts';
import type { Line, Page, Word } from '../../model/page.ts';

export interface InkWord extends Word {
  /** The line that it stands in, by its place in `lines`. */
  line: number;
  /** Height of the type in points. */
  size: number;
  /** Clockwise degrees; 0 for most. */
  angle: number;
}

/** All that a page offers to somebody who looks for tables. */
export interface PageInk extends Drawing {
  page: number;
  width: number;
  height: number;
  lines: readonly Line[];
  /** In the order of their lines. */
  words: InkWord[];
}

export function inkOf(page: Page, drawing: Drawing): PageInk {
  const words = page.lines.flatMap(({ words: ofLine, size, angle = 0 }, line) =>
    ofLine.map(withoutBars).flatMap((word): InkWord[] => (word.text === '' ? [] : [{ ...word, line, size, angle }])),
  );
  return { ...drawing, page: page.page, width: page.width, height: page.height, lines: page.lines, words };
}

/** Upright rules, as recognition reads them: alone, or at the end of the word beside them. */
const bars = /^[|¦]+|[|¦]+$/g;

/** A recognised word without the rules that were read into it, each taken to be a quarter as wide as the type is high. */
function withoutBars(word: Word): Word {
  if (word.confidence === undefined || !/^[|¦]|[|¦]$/.test(word.text)) return word;
  const text = word.text.replaceAll(bars, '');
  const [x0, y0, x1, y1] = word.box;
  const inset = Math.min(barWidth * (y1 - y0), (x1 - x0) / 3);
  const [left, right] = [/^[|¦]/.test(word.text) ? inset : 0, /[|¦]$/.test(word.text) ? inset : 0];
  return { ...word, text, box: [x0 + left, y0, x1 - right, y1] };
}

const barWidth = 0.25;
