import type { Line, Page } from '../../model/page.ts';
import type { Setting } from './line-relation.ts';
import { isLarge, levelBelow, levelOf } from './type-scale.ts';
import type { TypeScale } from './type-scale.ts';

/** The level of the heading that a line is, 1 to 6; undefined when it is none. Its type is larger, or it stands apart and is numbered or all in capitals. */
export function headingLevel(lines: readonly Line[], at: number, method: Page['method'], scale: TypeScale, setting: Setting): number | undefined {
  const line = lines[at]!;
  if (line.text.length > mostLetters || line.angle !== undefined) return undefined;
  if (isLarge(line, method, scale.body)) return levelOf(line.size, scale);
  if (line.text.length > mostLettersOfNumbered || line.size < scale.body * smallest || !standsApart(lines, at, setting)) return undefined;
  const number = numbering.exec(line.text);
  if (number !== null && isTitle(number[3] ?? '')) return levelBelow(scale, depthOf(number[1] ?? ''));
  return isCapitals(line.text) ? levelBelow(scale, 1) : undefined;
}

const mostLetters = 200;
const mostLettersOfNumbered = 90;
/** Of the text's size. */
const smallest = 0.95;

const numbering =
  /^((?:\d{1,2}\.)*\d{1,2}\.?|[IVX]{1,5}\.|[A-Z]\.|(?:§|Art(?:icle|ikel|\.)?|Section|Chapter|Kapitel|Chapitre|Abschnitt|Appendix|Annex|Anhang)\s*[\dA-Z]+[.:]?)(\s+[–—-])?\s+(\S.*)$/u;

/** No sentence: begins with a capital and does not end like one. */
function isTitle(text: string): boolean {
  return /^["“„(]?\p{Lu}/u.test(text) && !/[.;:,!?]$/.test(text) && /\p{L}{3}/u.test(text);
}

function depthOf(number: string): number {
  return number.match(/\d+/g)?.length ?? 1;
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length >= 5 &&
    letters.length >= 0.6 * text.replace(/\s/g, '').length &&
    letters.every((letter) => letter === letter.toUpperCase()) &&
    /\p{Lu}/u.test(text)
  );
}

/** More room above it than between the lines of a paragraph, or the head of the column; and it does not run on into the line below. */
function standsApart(lines: readonly Line[], at: number, { pitch, rights }: Setting): boolean {
  const line = lines[at]!;
  const [before, after] = [lines[at - 1], lines[at + 1]];
  const gap = (upper: Line, lower: Line): number => (lower.box[3] - upper.box[3]) / line.size;
  const above = before === undefined || gap(before, line) < 0 || gap(before, line) > pitch * apart;
  const below = after === undefined || gap(line, after) > pitch * apart || line.box[2] < (rights.get(line) ?? Infinity) - 2 * line.size;
  return above && below;
}

/** Times the distance of two lines. */
const apart = 1.2;
