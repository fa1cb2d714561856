import type { Matching, Span } from './matching.ts';

/** The stretches of a text between a start and the end that follows it, as often as there are both. */
export function blocks(text: string, start: string, end: string, matching: Matching): Span[] {
  const found: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const opened = matching.first(start, text, at)?.whole[1];
    const closed = opened === undefined ? undefined : matching.first(end, text, opened)?.whole;
    if (opened === undefined || closed === undefined) break;
    found.push([opened, closed[0]]);
    at = Math.max(closed[1], at + 1);
  }
  return found;
}

/** The lines of a stretch that hold more than blanks. */
export function linesOf(text: string, [from, to]: Span): Span[] {
  const lines: Span[] = [];
  for (let at = from; at < to;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 || next > to ? to : next;
    if (text.slice(at, end).trim() !== '') lines.push([at, end]);
    at = end + 1;
  }
  return lines;
}
