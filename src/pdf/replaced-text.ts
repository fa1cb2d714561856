import type { Mark } from './marked-content.ts';

/** A piece of text as pdf.js gives it; lengths in the units of the file. */
export interface Item {
  str: string;
  dir: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
  hasEOL: boolean;
}

/** Where marked content begins or ends among the items. */
export interface Marker {
  type: string;
  tag?: string | null;
}

/**
 * Puts /ActualText in the place of the items that it stands for, and takes the markers out. When the marks of the file do
 * not fit those among the items one to one (content of forms lies between), nothing is replaced.
 */
export function replaceMarked(items: readonly (Item | Marker)[], marks: readonly Mark[]): Item[] {
  const begins = items.filter((item): item is Marker => 'type' in item && item.type !== 'endMarkedContent');
  const fits = begins.length === marks.length && begins.every((begin, at) => (begin.tag ?? '') === marks[at]?.tag);
  if (!fits) return items.filter((item): item is Item => !('type' in item));
  const replaced: Item[] = [];
  const stack: boolean[] = [];
  let begun = 0;
  let open: { actual: string; depth: number; items: Item[] } | undefined;
  for (const item of items) {
    if (!('type' in item)) (open?.items ?? replaced).push(item);
    else if (item.type !== 'endMarkedContent') {
      const actual = marks[begun++]?.actual;
      stack.push(true);
      if (open === undefined && actual !== undefined) open = { actual, depth: stack.length, items: [] };
    } else {
      if (open?.depth === stack.length) {
        replaced.push(...standIn(open.actual, open.items, replaced.at(-1)));
        open = undefined;
      }
      stack.pop();
    }
  }
  return fillGaps([...replaced, ...(open?.items ?? [])]);
}

/** Lets stand-ins that have no length of their own reach to the text behind them on their line. */
function fillGaps(items: readonly Item[]): Item[] {
  const filled: Item[] = [];
  let open: Item | undefined;
  for (const item of items) {
    if (open !== undefined && item.str.trim() === '' && !item.hasEOL) continue;
    if (open !== undefined) open.width = reach(open, item);
    open = item.width === 0 && item.str.trim() !== '' ? { ...item } : undefined;
    filled.push(open ?? item);
  }
  return filled;
}

function reach(from: Item, to: Item): number {
  const dx = (to.transform[4] ?? 0) - (from.transform[4] ?? 0);
  const dy = (to.transform[5] ?? 0) - (from.transform[5] ?? 0);
  const size = Math.hypot(from.transform[2] ?? 0, from.transform[3] ?? 0);
  const along = Math.hypot(from.transform[0] ?? 1, from.transform[1] ?? 0) || 1;
  const ahead = (dx * (from.transform[0] ?? 1) + dy * (from.transform[1] ?? 0)) / along;
  return ahead > 0 && ahead <= mostReach * size * from.str.length && Math.abs(Math.hypot(dx, dy) - ahead) < 0.3 * size ? ahead : 0;
}

/** In heights of the type, for each character. */
const mostReach = 1;

/** One item for all that was replaced. Where nothing was given to replace, it stands right behind the item before. */
function standIn(actual: string, items: readonly Item[], before: Item | undefined): Item[] {
  const drawn = items.filter((item) => item.str.trim() !== '');
  const [first] = drawn;
  const last = drawn.at(-1);
  if (first !== undefined && last !== undefined) {
    const width = Math.hypot((last.transform[4] ?? 0) - (first.transform[4] ?? 0), (last.transform[5] ?? 0) - (first.transform[5] ?? 0)) + last.width;
    return [{ ...first, str: actual, width, hasEOL: last.hasEOL }];
  }
  if (before === undefined || actual.trim() === '') return [...items];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = before.transform;
  const along = Math.hypot(a, b) || 1;
  return [
    { ...before, str: actual, width: 0, transform: [a, b, c, d, e + (before.width * a) / along, f + (before.width * b) / along], hasEOL: false },
  ];
}
