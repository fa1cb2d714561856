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
  const words = page.lines.flatMap(({ words: ofLine, size, angle = 0 }, line) => ofLine.map((word): InkWord => ({ ...word, line, size, angle })));
  return { ...drawing, page: page.page, width: page.width, height: page.height, lines: page.lines, words };
}
