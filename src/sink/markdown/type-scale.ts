import type { Line, Page } from '../../model/page.ts';

/** The sizes of type that a document uses: that of its text, and those of its headings, the largest first. */
export interface TypeScale {
  body: number;
  headings: number[];
}

/** How much larger than the text a heading is at least. Heights of recognised lines depend on their letters, so they tell less. */
const headingRatio = { stated: 1.15, recognised: 1.6 };

/** Sizes closer than this are one: the same style, rounded or measured in another way. */
const sameSize = 1.06;
const mostLevels = 6;

/**
 * The size of the text is that of most of its letters, outside of tables or over all: small print in tables makes no headings of the text, nor does a document that
 * is hardly more than tables make them of its rest. `lines` are those outside of tables.
 */
export function typeScale(pages: readonly { lines: readonly Line[]; all: readonly Line[]; method: Page['method'] }[]): TypeScale {
  const body = Math.max(weightedMedian(pages.flatMap((page) => page.lines)), weightedMedian(pages.flatMap((page) => page.all)));
  const larger = pages.flatMap(({ lines, method }) => lines.filter((line) => isLarge(line, method, body)).map((line) => line.size));
  const headings: number[] = [];
  for (const size of larger.sort((a, b) => b - a)) {
    const last = headings.at(-1);
    if (last === undefined || last > size * sameSize) headings.push(size);
  }
  return { body, headings };
}

/** Words, that is: a large number is no heading. */
export function isLarge({ size, text }: Line, method: Page['method'], body: number): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const ratio = method === 'text' ? headingRatio.stated : headingRatio.recognised;
  return size >= body * ratio && letters >= 2 && letters >= 0.4 * text.replace(/\s/g, '').length;
}

/** 1 for the largest type of the document. */
export function levelOf(size: number, { headings }: TypeScale): number {
  const level = headings.findIndex((heading) => size * sameSize >= heading) + 1;
  return Math.min(level === 0 ? headings.length : level, mostLevels);
}

/** For a heading that is set apart by its number or its capitals alone: below all that are by their size. */
export function levelBelow({ headings }: TypeScale, depth: number): number {
  return Math.min(Math.min(headings.length, 2) + depth, mostLevels);
}

function weightedMedian(lines: readonly Line[]): number {
  const sorted = lines.toSorted((a, b) => a.size - b.size);
  const letters = sorted.reduce((sum, line) => sum + line.text.length, 0);
  let passed = 0;
  for (const line of sorted) {
    passed += line.text.length;
    if (2 * passed >= letters) return line.size;
  }
  return 10;
}
