import { cutsOf } from './columns.ts';
import type { Cut } from './columns.ts';
import type { Band } from './rows-bands.ts';
import type { Phrase } from './unruled-phrase.ts';
import { phraseText } from './unruled-phrase.ts';

/** In heights of the type: white space that parts what stands above from what stands below. */
const widestGap = 4;
/** How many lines with one phrase may stand between rows: labels of groups, wrapped cells. */
const mostSingles = 3;
/** Share of phrases that may lie across the columns of the other rows. */
const mostCrossing = 0.34;
/** Phrases this wide, in shares of the rows' width, are no cells; two below each other part tables. */
const wideSingle = 0.6;

/** What a title of a table starts with, in some languages. */
const caption = /^(?:table|tab\.|exhibit|tabelle|übersicht|tableau|tabla|cuadro|tabella|quadro|tabel)\s*(?:[a-z]\W?)?[\divx]/iu;

/** Bands that go together by their columns: what may be the rows of one table, from its first row with two cells to its last. */
export function regionsOf(cells: readonly Band[], text: readonly Phrase[]): Band[][] {
  const regions: Band[][] = [];
  let current: Band[] = [];
  let singles: Band[] = [];
  for (const band of cells) {
    if (band.phrases.length < 2 || isCaption(band)) {
      singles.push(band);
      continue;
    }
    if (current.length > 0 && goesOn(current, singles, band, text)) current.push(...singles, band);
    else {
      if (current.length > 0) regions.push(current);
      current = [band];
    }
    singles = [];
  }
  if (current.length > 0) regions.push(current);
  return mergeMatching(regions, cells, text);
}

export function isCaption(band: Band): boolean {
  return band.phrases[0] !== undefined && caption.test(band.phrases.map(phraseText).join(' '));
}

function goesOn(region: readonly Band[], singles: readonly Band[], next: Band, text: readonly Phrase[]): boolean {
  const chain = [region.at(-1), ...singles, next];
  for (let at = 1; at < chain.length; at++) {
    const [above, below] = [chain[at - 1], chain[at]];
    if (above === undefined || below === undefined) return false;
    if (below.y0 - above.y1 > widestGap * Math.max(above.size, below.size)) return false;
  }
  if (singles.length > mostSingles || singles.some(isCaption)) return false;
  const [x0, x1] = [Math.min(...region.map((band) => band.phrases[0]?.x0 ?? 0)), Math.max(...region.map((band) => band.phrases.at(-1)?.x1 ?? 0))];
  const wide = singles.filter(({ phrases: [single] }) => single !== undefined && single.x1 - single.x0 > wideSingle * (x1 - x0));
  if (wide.length > 1) return false;
  if (isParted(region.at(-1), next, text)) return false;
  return region.length < 3 || crossingShare([next], cutsOf(region)) <= mostCrossing || region.length < 4;
}

/** Does running text stand between two bands? */
function isParted(above: Band | undefined, below: Band, text: readonly Phrase[]): boolean {
  if (above === undefined) return true;
  const x0 = Math.min(above.phrases[0]?.x0 ?? 0, below.phrases[0]?.x0 ?? 0);
  const x1 = Math.max(above.phrases.at(-1)?.x1 ?? 0, below.phrases.at(-1)?.x1 ?? 0);
  return text.some((phrase) => phrase.y0 > above.y0 && phrase.y1 < below.y1 && phrase.x0 < x1 && phrase.x1 > x0);
}

/** Rows that a line of another kind parted are one table all the same when their columns match. */
function mergeMatching(regions: readonly Band[][], cells: readonly Band[], text: readonly Phrase[]): Band[][] {
  const merged: Band[][] = [];
  for (const region of regions) {
    const before = merged.at(-1);
    if (before !== undefined && matches(before, region, cells, text)) before.push(...between(before, region, cells), ...region);
    else merged.push([...region]);
  }
  return merged;
}

function matches(above: readonly Band[], below: readonly Band[], cells: readonly Band[], text: readonly Phrase[]): boolean {
  const [last, first] = [above.at(-1), below[0]];
  if (last === undefined || first === undefined || first.y0 - last.y1 > 2 * widestGap * first.size) return false;
  const singles = between(above, below, cells);
  if (singles.length > 1 || singles.some(isCaption) || isParted(last, first, text)) return false;
  if (above.length < 3 || below.length < 3) return false;
  const [a, b] = [cutsOf(above), cutsOf(below)];
  return a.length === b.length && crossingShare(below, a) <= 0.1 && crossingShare(above, b) <= 0.1;
}

function between(above: readonly Band[], below: readonly Band[], cells: readonly Band[]): Band[] {
  const [last, first] = [above.at(-1), below[0]];
  return last === undefined || first === undefined ? [] : cells.filter((band) => band.y0 > last.y0 && band.y1 < first.y1 && band.phrases.length < 2);
}

/** Share of the phrases that lie across cuts. */
export function crossingShare(bands: readonly Band[], cuts: readonly Cut[]): number {
  const phrases = bands.flatMap((band) => band.phrases);
  return phrases.length === 0 ? 0 : phrases.filter((phrase) => cuts.some((cut) => isAcross(phrase, cut))).length / phrases.length;
}

/** Does a phrase run from one side of a cut to the other, with words in between? */
function isAcross({ x0, x1, words }: Phrase, { from, to }: Cut): boolean {
  return x0 < from && x1 > to && words.some(({ box }) => box[0] < to && box[2] > from);
}
