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
/** In heights of the type: two cells and the space between take this much. */
const narrowestSpan = 1.2;
/** Rows with several cells below a phrase that make it one over several columns, and their share of the rows below it. */
const leastVotes = 2;
const voteShare = 0.4;
/** Of long tables, so many rows are asked. */
const mostVoters = 60;
/** No table has more columns. */
const mostCuts = 100;

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
  const step = Math.ceil(bands.length / mostVoters);
  const voters = bands.filter((_, at) => at % step === 0);
  for (const phrase of bands.flatMap((band) => band.phrases)) {
    if (phrase.x1 - phrase.x0 < narrowestSpan * phrase.size) continue;
    let [several, one] = [0, 0];
    for (const band of voters) {
      const under = countUnder(phrase, band);
      if (under > 1) several++;
      else if (under === 1) one++;
    }
    if (several >= leastVotes && several >= voteShare * (several + one)) spanning.add(phrase);
  }
  return spanning;
}

/** How many cells of a band stand in the width of a phrase, where it matters: none, one or several. */
function countUnder(phrase: Phrase, { phrases }: Band): number {
  let count = 0;
  for (const { x0, x1 } of phrases) {
    if (x0 >= phrase.x1 || count > 1) break;
    if (Math.min(x1, phrase.x1) - Math.max(x0, phrase.x0) > sharedWidth * phrase.size) count++;
  }
  return count;
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
  const taken = new Set<Piece>();
  const peaks: Cut[] = [];
  const worthy = pieces.map((piece, at) => ({ piece, at })).filter(({ piece }) => worthOf(piece) > 0);
  for (const { piece, at } of worthy.sort((a, b) => worthOf(b.piece) - worthOf(a.piece) || a.at - b.at)) {
    if (taken.has(piece)) continue;
    const [first, last] = [hillEnd(worths, at, -1), hillEnd(worths, at, 1)];
    const hill = pieces.slice(first, last + 1);
    const shoulder = hill.some((other) => taken.has(other)) || Math.max(worths[first - 1] ?? 0, worths[last + 1] ?? 0) >= worthOf(piece);
    for (const other of hill) taken.add(other);
    if (!shoulder && piece.parted >= leastParted) peaks.push({ ...piece, from: hill[0]?.from ?? piece.from, to: hill.at(-1)?.to ?? piece.to });
  }
  return peaks.slice(0, mostCuts).sort((a, b) => a.from - b.from);
}

/** How far the places go on that are worth as much as this one, but for one band. */
function hillEnd(worths: readonly number[], at: number, step: 1 | -1): number {
  const least = Math.max((worths[at] ?? 0) - oneBand, 0);
  let end = at;
  while ((worths[end + step] ?? -Infinity) >= least) end += step;
  return end;
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
    const inside = countBetween(bands, left, right);
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

/** Bands with a phrase that stands between two cuts. */
function countBetween(bands: readonly Band[], left: Cut, right: Cut): number {
  return bands.filter(({ phrases }) => phrases.some(({ x0, x1 }) => x0 >= left.from && x1 <= right.to)).length;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
