import type { Line } from '../../model/page.ts';
import type { Frame } from './frame.ts';
import { gapBetween, sameLine } from './segments.ts';
import type { Segment } from './segments.ts';
import { makeWords } from './words.ts';

/** Makes lines of segments in reading order: those that follow each other on one baseline are one line. */
export function makeLines(ordered: readonly Segment[], frame: Frame): Line[] {
  const rows: Segment[][] = [];
  let before: Segment | undefined;
  for (const segment of ordered) {
    const row = rows.at(-1);
    if (row !== undefined && before !== undefined && goesOn(before, segment)) row.push(segment);
    else rows.push([segment]);
    before = segment;
  }
  return rows.map((row) => makeLine(row, frame));
}

function goesOn(a: Segment, b: Segment): boolean {
  return sameLine(a, b) && gapBetween(a, b, a.rtl) > -0.6 * Math.max(a.size, b.size);
}

function makeLine(row: readonly Segment[], frame: Frame): Line {
  const words = row.flatMap((segment) => makeWords(segment.runs, segment.rtl));
  let [u0, top, u1, bottom, size] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (const word of words) {
    u0 = Math.min(u0, word.u0);
    top = Math.min(top, word.top);
    u1 = Math.max(u1, word.u1);
    bottom = Math.max(bottom, word.bottom);
  }
  for (const segment of row) size = Math.max(size, segment.size);
  return {
    text: words.map((word) => word.text).join(' '),
    box: frame.toPage(u0, top, u1, bottom),
    words: words.map((word) => ({ text: word.text, box: frame.toPage(word.u0, word.top, word.u1, word.bottom) })),
    size: Math.round(size * 100) / 100,
    ...(frame.angle !== 0 && { angle: (frame.angle + 360) % 360 }),
  };
}
