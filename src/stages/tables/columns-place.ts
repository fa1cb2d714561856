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
/** In heights of the type: a gap wider than this may part two cells. */
const tightGap = 0.65;

/** Puts the phrases of bands into the columns that the cuts make; phrases that run over a cut at a gap are parted there. */
export function placeBands(bands: readonly Band[], cuts: readonly Cut[]): PlacedBand[] {
  return bands.map((band) => ({
    pieces: band.phrases.flatMap((phrase) => partAt(phrase, cuts)).map((phrase) => place(phrase, cuts)),
    y0: band.y0,
    y1: band.y1,
    size: band.size,
  }));
}

/** Two cells may stand so close that their gap looks like a space: numbers, and gaps a little wider than spaces. */
function partAt(phrase: Phrase, cuts: readonly Cut[]): Phrase[] {
  const parts: Phrase['words'][] = [];
  for (const word of phrase.words) {
    const before = parts.at(-1)?.at(-1);
    if (before === undefined || isParted(before, word, cuts)) parts.push([word]);
    else parts.at(-1)?.push(word);
  }
  return parts.length === 1 ? [phrase] : parts.map(phraseOf);
}

function isParted(before: Phrase['words'][number], word: Phrase['words'][number], cuts: readonly Cut[]): boolean {
  const [from, to] = [before.box[2], word.box[0]];
  if (!cuts.some((cut) => from < cut.to && to > cut.from && before.box[0] < cut.from && word.box[2] > cut.to)) return false;
  return (isNumeric(before.text) && isNumeric(word.text)) || to - from > tightGap * word.size;
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
