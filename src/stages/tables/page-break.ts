import type { Line, Page } from '../../model/page.ts';
import type { Table } from '../../model/table.ts';

/** Share of the page height, at the top and at the bottom, in which running heads and feet stand. */
const band = 0.12;
/** Lines in it; more are text. */
const mostFurniture = 3;
/** Points: what comes again stands at the same height. */
const sameHeight = 6;
/** Pages on which it may come again: left and right pages may have heads of their own. */
const nearPages = 2;

/** Is there nothing after the table on its page but its notes and the foot of the page? */
export function nothingBelow({ bbox, page, notes = [] }: Table, pages: readonly Page[]): boolean {
  const { lines, height } = pages[page - 1] ?? { lines: [], height: 0 };
  const rest = lines.filter((line) => middleOf(line) > bbox[3] && !isPartOf(line, notes));
  return rest.length <= mostFurniture && rest.every((line) => line.box[1] >= (1 - band) * height && comesAgain(line, page, pages));
}

/** Is there nothing before the table on its page but its title and the head of the page? */
export function nothingAbove({ bbox, page, title = '', notes = [] }: Table, pages: readonly Page[]): boolean {
  const { lines, height } = pages[page - 1] ?? { lines: [], height: 0 };
  const rest = lines.filter((line) => middleOf(line) < bbox[1] && !isPartOf(line, [title, ...notes]));
  return rest.length <= mostFurniture && rest.every((line) => line.box[3] <= band * height && comesAgain(line, page, pages));
}

/** A page number, or a line that another page has at the same height, whatever its numbers. */
function comesAgain(line: Line, page: number, pages: readonly Page[]): boolean {
  if (!/\p{L}{4}/u.test(line.text) || line.furniture !== undefined) return true;
  const near = pages.slice(Math.max(0, page - 1 - nearPages), page + nearPages).filter((other) => other.page !== page);
  return near.some(({ lines }) => lines.some((other) => Math.abs(other.box[1] - line.box[1]) <= sameHeight && pattern(other) === pattern(line)));
}

function pattern({ text }: Line): string {
  return text.replace(/\p{N}+/gu, '#').toLowerCase();
}

function isPartOf({ text }: Line, texts: readonly string[]): boolean {
  return texts.some((one) => one.includes(text));
}

function middleOf({ box }: Line): number {
  return (box[1] + box[3]) / 2;
}
