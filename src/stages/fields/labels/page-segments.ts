import { unionOf } from '../../../model/box.ts';
import type { Box, Line, Page, Word } from '../../../model/page.ts';

/** Words of a line that stand together: a cell, a column's part of a row, or a whole line of prose. */
export interface Segment {
  page: number;
  /** Place among the lines of its page. */
  line: number;
  /** Places among the words of its line, the end exclusive. */
  from: number;
  to: number;
  box: Box;
}

/** A wider gap than this, in heights of the lower word, parts what stands in one line. A space is about a third, justified text has half. */
const segmentGap = 0.8;

/** Most segments of a page that are looked at: the densest pages of real documents have a thousand. */
const mostSegments = 4000;

/** The parts of a page's upright lines, from top to bottom: a label and its value may share a line with another column. */
export function segmentsOf(page: Page): Segment[] {
  const segments = page.lines.flatMap((line, at) => (line.angle === undefined ? partsOf(page.page, line, at) : []));
  return segments.slice(0, mostSegments).sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

function partsOf(page: number, { words }: Line, line: number): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (next !== undefined && !isApart(word, next)) return;
    segments.push({ page, line, from, to: at + 1, box: unionOf(words.slice(from, at + 1).map(({ box }) => box)) });
    from = at + 1;
  });
  return segments;
}

/** Whether two words of a line stand in different segments. */
export function isApart(before: Word | undefined, { box }: Word): boolean {
  if (before === undefined) return true;
  const [, top, end, bottom] = before.box;
  return box[0] - end > segmentGap * Math.min(bottom - top, box[3] - box[1]);
}
