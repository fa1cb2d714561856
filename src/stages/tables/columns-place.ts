import type { Cut } from './columns.ts';
import type { Band } from './rows-bands.ts';
import { isNumeric, phraseOf } from './unruled-phrase.ts';
import type { Phrase } from './unruled-phrase.ts';

/** A phrase in its columns, from the first to the last that it covers. */
export interface Placed extends Phrase {
  first: number;
  last: number;
}

/** A row of phrases in their columns. */
export interface PlacedBand {
  pieces: Placed[];
  y0: number;
  y1: number;
  size: number;
}

/** Share of the narrower of phrase and column that is no mere overhang. */
const covers = 0.25;
/** How many times wider than the usual space a gap is that may part two cells. */
const widerThanSpace = 1.6;
/** In heights of the type: the usual space of a text face. */
const textSpace = 0.28;

/** Puts the phrases of bands into the columns that the cuts make; phrases that run over a cut at a gap are parted there. */
export function placeBands(bands: readonly Band[], cuts: readonly Cut[]): PlacedBand[] {
  const least = widerThanSpace * spaceOf(bands);
  return bands.map((band) => ({
    pieces: band.phrases.flatMap((phrase) => partAt(phrase, cuts, least)).map((phrase) => place(phrase, cuts)),
    y0: band.y0,
    y1: band.y1,
    size: band.size,
  }));
}

/** The usual space between words, in heights of the type: a narrow one, since wide ones may part cells. */
function spaceOf(bands: readonly Band[]): number {
  const phrases = bands.flatMap((band) => band.phrases);
  const spaces = phrases
    .flatMap(({ words }) => words.slice(1).map((word, at) => (word.box[0] - (words[at]?.box[2] ?? 0)) / word.size))
    .filter((space) => space > 0);
  return spaces.sort((a, b) => a - b)[spaces.length >> 2] ?? textSpace;
}

/** Two cells may stand so close that their gap looks like a space: numbers, and gaps a little wider than spaces. */
function partAt(phrase: Phrase, cuts: readonly Cut[], least: number): Phrase[] {
  const parts: Phrase['words'][] = [];
  for (const word of phrase.words) {
    const before = parts.at(-1)?.at(-1);
    if (before === undefined || isParted(before, word, cuts, least)) parts.push([word]);
    else parts.at(-1)?.push(word);
  }
  return parts.length === 1 ? [phrase] : parts.map(phraseOf);
}

function isParted(before: Phrase['words'][number], word: Phrase['words'][number], cuts: readonly Cut[], least: number): boolean {
  const [from, to] = [before.box[2], word.box[0]];
  if (!cuts.some((cut) => from < cut.to && to > cut.from && before.box[0] < cut.from && word.box[2] > cut.to)) return false;
  return (isNumeric(before.text) && isNumeric(word.text)) || to - from > least * word.size;
}

function place(phrase: Phrase, cuts: readonly Cut[]): Placed {
  const covered: number[] = [];
  for (let column = 0; column <= cuts.length; column++) {
    const from = Math.max(phrase.x0, cuts[column - 1]?.to ?? -Infinity);
    const to = Math.min(phrase.x1, cuts[column]?.from ?? Infinity);
    const width = Math.min(phrase.x1 - phrase.x0, (cuts[column]?.from ?? Infinity) - (cuts[column - 1]?.to ?? -Infinity));
    if (to - from > covers * width && to > from) covered.push(column);
  }
  const nearest = columnOf(phrase, cuts);
  return { ...phrase, first: covered[0] ?? nearest, last: covered.at(-1) ?? nearest };
}

/** The column that the middle of a phrase stands in. */
export function columnOf(phrase: Phrase, cuts: readonly Cut[]): number {
  const middle = (phrase.x0 + phrase.x1) / 2;
  return cuts.filter((cut) => (cut.from + cut.to) / 2 < middle).length;
}
