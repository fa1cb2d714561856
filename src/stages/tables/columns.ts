import type { Band } from './rows-bands.ts';
import type { Phrase } from './unruled-phrase.ts';

/** The white space between two columns. */
export interface Cut {
  from: number;
  to: number;
  /** Bands with text on both sides and none in between. */
  parted: number;
  /** Bands with text across. */
  crossed: number;
}

/** What a band with text across a cut weighs against one that it parts: headings and long cells may cross. */
const crossingWeight = 1;
/** A column holds at least so many phrases. */
const leastPhrases = 2;
/** In heights of the type: narrower is no white space between columns. */
const leastWidth = 0.2;

interface Piece {
  from: number;
  to: number;
  parted: number;
  crossed: number;
}

/**
 * Finds the cuts between the columns of rows: places where most rows have a gap. A gap of a row counts for every place in it, so that
 * its empty cells speak for the cuts on both of their sides, and text for the columns between.
 */
export function cutsOf(bands: readonly Band[]): Cut[] {
  const phrases = bands.flatMap((band) => band.phrases);
  const size = median(phrases.map((phrase) => phrase.size));
  const peaks = peaksOf(profileOf(bands)).filter((cut) => cut.to - cut.from >= leastWidth * size);
  return withFilledColumns(peaks, bands);
}

/** How many bands are parted and crossed at each place, in pieces between all edges of phrases. */
function profileOf(bands: readonly Band[]): Piece[] {
  const steps: { x: number; parted: number; crossed: number }[] = [];
  for (const { phrases } of bands) {
    phrases.forEach((phrase, at) => {
      for (const { box } of phrase.words) steps.push({ x: box[0], parted: 0, crossed: 1 }, { x: box[2], parted: 0, crossed: -1 });
      const next = phrases[at + 1];
      if (next !== undefined && next.x0 > phrase.x1) steps.push({ x: phrase.x1, parted: 1, crossed: 0 }, { x: next.x0, parted: -1, crossed: 0 });
    });
  }
  steps.sort((a, b) => a.x - b.x);
  const pieces: Piece[] = [];
  let [parted, crossed] = [0, 0];
  steps.forEach((step, at) => {
    parted += step.parted;
    crossed += step.crossed;
    const to = steps[at + 1]?.x ?? step.x;
    if (to > step.x) pieces.push({ from: step.x, to, parted, crossed });
  });
  return pieces;
}

/** The places that part more bands than those around them. */
function peaksOf(pieces: readonly Piece[]): Cut[] {
  const worth = (piece: Piece | undefined): number => (piece === undefined ? -Infinity : piece.parted - crossingWeight * piece.crossed);
  const peaks: Cut[] = [];
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at];
    if (piece === undefined) break;
    let end = at + 1;
    while (end < pieces.length && worth(pieces[end]) === worth(piece)) end++;
    const last = pieces[end - 1] ?? piece;
    const top = worth(pieces[at - 1]) < worth(piece) && worth(pieces[end]) < worth(piece);
    if (top && piece.parted >= 1 && worth(piece) > 0) peaks.push({ from: piece.from, to: last.to, parted: piece.parted, crossed: piece.crossed });
    at = end;
  }
  return peaks;
}

/** Takes away cuts with too little between them: a wide space in one line makes no column. The one that parts fewer bands goes. */
function withFilledColumns(cuts: readonly Cut[], bands: readonly Band[]): Cut[] {
  const kept = [...cuts];
  for (let at = 0; at < kept.length - 1;) {
    const left = kept[at];
    const right = kept[at + 1];
    if (left === undefined || right === undefined) break;
    const inside = countBetween(bands, left.to, right.from);
    if (inside >= leastPhrases) at++;
    else {
      kept.splice(isWeaker(left, right) ? at : at + 1, 1);
      at = Math.max(0, at - 1);
    }
  }
  return kept;
}

function isWeaker(a: Cut, b: Cut): boolean {
  const more = a.parted - crossingWeight * a.crossed - (b.parted - crossingWeight * b.crossed);
  return more < 0 || (more === 0 && a.to - a.from < b.to - b.from);
}

/** Bands with a phrase whose middle is between two places. */
function countBetween(bands: readonly Band[], from: number, to: number): number {
  return bands.filter(({ phrases }) => phrases.some((phrase) => isInside(phrase, from, to))).length;
}

function isInside(phrase: Phrase, from: number, to: number): boolean {
  const middle = (phrase.x0 + phrase.x1) / 2;
  return middle > from && middle < to;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
