import type { Line, Page } from '../../model/page.ts';
import type { Table } from '../../model/table.ts';

/** Share of the page height, at the top and at the bottom, in which running heads and feet stand. */
const band = 0.12;
/** Lines in it; more are text. */
const mostFurniture = 3;

/** Is there nothing after the table on its page but its notes and the foot of the page? */
export function nothingBelow({ bbox, notes = [] }: Table, { lines, height }: Page): boolean {
  const rest = lines.filter((line) => middleOf(line) > bbox[3] && !isPartOf(line, notes));
  return rest.length <= mostFurniture && rest.every((line) => line.box[1] >= (1 - band) * height);
}

/** Is there nothing before the table on its page but its title and the head of the page? */
export function nothingAbove({ bbox, title = '', notes = [] }: Table, { lines, height }: Page): boolean {
  const rest = lines.filter((line) => middleOf(line) < bbox[1] && !isPartOf(line, [title, ...notes]));
  return rest.length <= mostFurniture && rest.every((line) => line.box[3] <= band * height);
}

function isPartOf({ text }: Line, texts: readonly string[]): boolean {
  return texts.some((one) => one.includes(text));
}

function middleOf({ box }: Line): number {
  return (box[1] + box[3]) / 2;
}
