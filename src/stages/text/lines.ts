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
  const rtl = row.filter((segment) => segment.rtl).length > row.length / 2;
  const words = row.flatMap((segment) => makeWords(segment.runs, segment.rtl));
  const placed = words.map((word) => ({ text: word.text, box: frame.toPage(word.u0, word.top, word.u1, word.bottom) }));
  const span = (pick: (word: (typeof words)[number]) => number, choose: (...values: number[]) => number): number => choose(...words.map(pick));
  void rtl;
  return {
    text: words.map((word) => word.text).join(' '),
    box: frame.toPage(span((w) => w.u0, Math.min), span((w) => w.top, Math.min), span((w) => w.u1, Math.max), span((w) => w.bottom, Math.max)),
    words: placed,
    size: Math.round(Math.max(...row.map((segment) => segment.size)) * 100) / 100,
    ...(frame.angle !== 0 && { angle: (frame.angle + 360) % 360 }),
  };
}
