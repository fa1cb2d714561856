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

/** A wide space in one line parts no columns. */
const leastParted = 2;
/** What a place is worth less when one band has text across instead of a gap. */
const oneBand = 2;
/** In heights of the type: what two phrases share at least to stand over each other. */
const sharedWidth = 0.4;
/** Rows with several cells below a phrase that make it one over several columns, and their share of the rows below it. */
const leastVotes = 2;
const voteShare = 0.4;

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
  const spanning = spanningOf(bands);
  const columns = bands.map((band) => ({ ...band, phrases: band.phrases.filter((phrase) => !spanning.has(phrase)) }));
  const peaks = peaksOf(profileOf(columns)).filter((cut) => cut.to - cut.from >= leastWidth * size);
  return withFilledColumns(peaks, columns);
}

/** Phrases that stand over several columns: a good part of the rows about them has several cells in their width. */
function spanningOf(bands: readonly Band[]): Set<Phrase> {
  const spanning = new Set<Phrase>();
  for (const phrase of bands.flatMap((band) => band.phrases)) {
    let [several, one] = [0, 0];
    for (const band of bands) {
      const under = band.phrases.filter((other) => Math.min(other.x1, phrase.x1) - Math.max(other.x0, phrase.x0) > sharedWidth * phrase.size);
      if (under.length > 1) several++;
      else if (under.length === 1) one++;
    }
    if (several >= leastVotes && several >= voteShare * (several + one)) spanning.add(phrase);
  }
  return spanning;
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

/** The places that part more bands than those around them, as wide as they are but for one band. */
function peaksOf(pieces: readonly Piece[]): Cut[] {
  const worths = pieces.map(worthOf);
  const peaks: Cut[] = [];
  const order = pieces.map((_, at) => at).sort((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || a - b);
  const taken = new Set<number>();
  for (const at of order) {
    const worth = worths[at] ?? 0;
    if (worth <= 0) break;
    if (taken.has(at)) continue;
    let [first, last] = [at, at];
    while (first > 0 && (worths[first - 1] ?? 0) >= Math.max(worth - oneBand, 0)) first--;
    while (last < pieces.length - 1 && (worths[last + 1] ?? 0) >= Math.max(worth - oneBand, 0)) last++;
    const apart = !taken.has(first) && !taken.has(last) && isPeak(worths, first, last, worth);
    for (let index = first; index <= last; index++) taken.add(index);
    const [from, to, top] = [pieces[first]?.from ?? 0, pieces[last]?.to ?? 0, pieces[at]];
    if (apart && top !== undefined && top.parted >= leastParted) peaks.push({ from, to, parted: top.parted, crossed: top.crossed });
  }
  return peaks.sort((a, b) => a.from - b.from);
}

/** Is what stands on either side clearly worth less? A shoulder of a higher peak is none. */
function isPeak(worths: readonly number[], first: number, last: number, worth: number): boolean {
  return (worths[first - 1] ?? -Infinity) < worth && (worths[last + 1] ?? -Infinity) < worth;
}

function worthOf({ parted, crossed }: { parted: number; crossed: number }): number {
  return parted - crossingWeight * crossed;
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
  const more = worthOf(a) - worthOf(b);
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
