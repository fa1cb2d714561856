import type { Line, Page } from '../../model/page.ts';

/** Type this much larger than the page's own is a heading. */
const larger = 1.2;
/** Lines from the top that may say what the document is, however small. */
const firstLines = 8;
/** Words of a title; longer lines are sentences. */
const mostWords = 14;
/** Words of a line that says what the document is below the letterhead and the address. */
const fewWords = 6;
/** Share of the page, from the top, in which titles stand. */
const upper = 0.5;

/** The lines of the first written page that tell what the document is: those in large type, the first ones, and short ones of the upper half. */
export function titleZone(pages: readonly Page[]): ReadonlySet<Line> {
  const page = pages.find(({ lines }) => lines.length > 0);
  if (page === undefined) return new Set();
  const body = usualSize(page.lines);
  const titles = page.lines.filter(({ words, box }) => words.length <= mostWords && box[1] <= upper * page.height);
  return new Set(titles.filter(({ size, words }, index) => index < firstLines || words.length <= fewWords || size >= larger * body));
}

/** The size in which most letters of the page are set. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(Math.round(size), (letters.get(Math.round(size)) ?? 0) + text.length);
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}
