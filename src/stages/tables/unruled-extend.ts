import type { Edge } from '../../model/drawing.ts';
import { alignmentOf, roomBeside } from './alignment.ts';
import { columnOf } from './columns-place.ts';
import type { Cut } from './columns.ts';
import type { Band } from './rows-bands.ts';
import { middleOf } from './rows-bands.ts';
import { crossingShare, isCaption } from './unruled-regions.ts';
import { rowRules } from './unruled-rules.ts';
import type { RowRules } from './unruled-rules.ts';
import { isBroken } from './unruled-running-text.ts';
import type { Phrase } from './unruled-phrase.ts';
import { boxOf } from './unruled-grid.ts';

/** In heights of the type: lines further off do not belong. */
const widestGap = 2.2;
/** In heights of the type: the lines of a cell are this close. */
const closeLine = 0.5;
/** How many lines may be added on either side. */
const mostLines = 4;

/** Adds lines with one cell that only rules show to be part of a table: headings over all columns above, rests of cells below. */
export function extended(region: readonly Band[], others: readonly Band[], cuts: readonly Cut[], edges: readonly Edge[]): Band[] {
  const [x0, y0, x1, y1] = boxOf(region.flatMap((band) => band.phrases));
  const size = region[0]?.size ?? 0;
  const near = others.filter((band) => band.phrases.every((phrase) => phrase.x0 >= x0 - size && phrase.x1 <= x1 + size));
  const rules = rowRules(edges, x0, x1, y0 - 2 * mostLines * size, y1 + 2 * mostLines * size);
  const all = [...region];
  for (const band of near
    .filter((other) => other.y1 < y0 + 0.5 * size)
    .reverse()
    .slice(0, mostLines)) {
    const top = all[0];
    if (top === undefined || isCaption(band) || top.y0 - band.y1 > widestGap * size || !isHeading(band, top, rules, x0, x1)) break;
    all.unshift(band);
  }
  for (const band of near.filter((other) => other.y0 > y1 - 0.5 * size).slice(0, mostLines)) {
    const last = all.at(-1);
    if (last === undefined || crossingShare([band], cuts) > 0 || !(isClosed(last, band, rules) || isRest(all, band, cuts))) break;
    all.push(band);
  }
  return all;
}

/** A rule through the table closes it below this line. */
function isClosed(last: Band, band: Band, { through }: RowRules): boolean {
  if (band.y0 - last.y1 > widestGap * band.size || through.some((at) => at > middleOf(last) && at < middleOf(band))) return false;
  return through.some((at) => at > middleOf(band) && at < band.y1 + widestGap * band.size);
}

/** Each of its cells is the rest of one that was broken just above for want of room. */
function isRest(all: readonly Band[], band: Band, cuts: readonly Cut[]): boolean {
  const above = all.at(-1);
  if (above === undefined || band.y0 - above.y1 > closeLine * band.size) return false;
  return band.phrases.every((phrase) => {
    const column = columnOf(phrase, cuts);
    const cells = all
      .flatMap((other) => other.phrases)
      .filter((other) => columnOf(other, cuts) === column && crossingShare([{ ...band, phrases: [other] }], cuts) === 0);
    const over = above.phrases.find((other) => cells.includes(other));
    return over !== undefined && isBroken(roomBeside(over, alignmentOf(cells)), phrase);
  });
}

/** A rule below it over some columns only, or one above it; between two rules through the table it must stand over some columns only. */
function isHeading(band: Band, top: Band, { through, partial }: RowRules, x0: number, x1: number): boolean {
  const phrase = band.phrases[0];
  if (phrase === undefined) return false;
  const framed = through.some((at) => at < middleOf(band) && at > band.y0 - widestGap * band.size);
  if (through.some((at) => at > middleOf(band) && at < middleOf(top))) return framed && isOverSome(phrase, x0, x1);
  return (
    framed ||
    partial.some(
      ({ at, from, to }) =>
        at > middleOf(band) && at < middleOf(top) && to - from > 1.2 * (phrase.x1 - phrase.x0) && from < phrase.x1 && to > phrase.x0,
    )
  );
}

/** Titles start where the table starts, or stand over its middle. */
function isOverSome(phrase: Phrase, x0: number, x1: number): boolean {
  const offCentre = Math.abs((phrase.x0 + phrase.x1) / 2 - (x0 + x1) / 2);
  return phrase.x0 > x0 + 2 * phrase.size && offCentre > 1.5 * phrase.size;
}
