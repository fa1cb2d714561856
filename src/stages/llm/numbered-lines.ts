import type { Line, Page } from '../../model/page.ts';
import { longestLine } from './letters.ts';

/** A line that a model may cite. */
export interface NumberedLine {
  page: number;
  line: Line;
}

/** A document as a model is shown it. */
export interface NumberedLines {
  /** `[p1.l12] its text`, a line each. */
  text: string;
  /** By their numbers, `p1.l12`: the twelfth line of page 1. */
  lines: ReadonlyMap<string, NumberedLine>;
  /** Lines that were too many. */
  omitted: number;
}

interface Shown extends NumberedLine {
  id: string;
  text: string;
}

/** Share of the characters that the end of a long document may have: sums and signatures stand there. */
const shareOfEnd = 0.25;

/** Numbers the lines of all pages in reading order, without running heads and feet, as many as `budget` characters hold: the first, and the last. */
export function numberLines(pages: readonly Page[], budget: number): NumberedLines {
  const all = pages.flatMap(({ page, lines }) => lines.flatMap((line, at) => shown(page, line, at)));
  const whole = all.reduce((sum, line) => sum + lengthOf(line), 0) <= budget;
  const end = whole ? 0 : fitting(all.toReversed(), budget * shareOfEnd);
  const start = whole ? all.length : fitting(all, budget * (1 - shareOfEnd));
  const [first, last] = [all.slice(0, start), all.slice(Math.max(start, all.length - end))];
  const omitted = all.length - first.length - last.length;
  const gap = omitted === 0 ? [] : ['[…]'];
  return {
    text: [...first.map(row), ...gap, ...last.map(row)].join('\n'),
    lines: new Map([...first, ...last].map(({ id, page, line }) => [id, { page, line }])),
    omitted,
  };
}

/** What would break a line in two could begin one that looks like another. */
function shown(page: number, line: Line, at: number): Shown[] {
  if (line.furniture !== undefined) return [];
  const text = line.text.slice(0, longestLine).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return text.trim() === '' ? [] : [{ id: `p${page}.l${at + 1}`, page, line, text }];
}

const row = ({ id, text }: Shown): string => `[${id}] ${text}`;

const lengthOf = (line: Shown): number => row(line).length + 1;

/** How many of the first of them the budget holds. */
function fitting(lines: readonly Shown[], budget: number): number {
  let left = budget;
  const end = lines.findIndex((line) => (left -= lengthOf(line)) < 0);
  return end < 0 ? lines.length : end;
}
