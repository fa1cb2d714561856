import { cutsOf } from './columns.ts';
import type { Cut } from './columns.ts';
import type { Band } from './rows-bands.ts';
import type { Phrase } from './unruled-phrase.ts';
import { phraseText } from './unruled-phrase.ts';

/** In heights of the type: white space that parts what stands above from what stands below. */
const widestGap = 4;
/** So many rows say what the columns are. */
const lookBack = 12;
/** Fewer rows say too little of the columns; what they are is asked again every so many rows. */
const fewestRows = 4;
const renewal = 4;
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
  let [current, singles, cuts, known]: [Band[], Band[], Cut[], number] = [[], [], [], 0];
  for (const band of cells) {
    if (band.phrases.length < 2 || isCaption(band)) {
      singles.push(band);
      continue;
    }
    if (current.length >= fewestRows && current.length >= known + renewal) [cuts, known] = [cutsOf(current.slice(-lookBack)), current.length];
    if (goesOn(current, singles, band, text, known === 0 ? undefined : cuts)) current.push(...singles, band);
    else {
      if (current.length > 0) regions.push(current);
      [current, cuts, known] = [[band], [], 0];
    }
    singles = [];
  }
  if (current.length > 0) regions.push(current);
  return mergeMatching(regions, cells, text);
}

export function isCaption(band: Band): boolean {
  return band.phrases[0] !== undefined && caption.test(band.phrases.map(phraseText).join(' '));
}

/** `cuts` are those of the rows so far, once there are enough to tell. */
function goesOn(region: readonly Band[], singles: readonly Band[], next: Band, text: readonly Phrase[], cuts: readonly Cut[] | undefined): boolean {
  const last = region.at(-1);
  if (last === undefined || !isUnbroken([last, ...singles, next]) || singles.some(isCaption)) return false;
  const loose = cuts === undefined ? singles : singles.filter((single) => crossingShare([single], cuts) > 0);
  if (loose.length > mostSingles || countWide(singles, region.slice(-lookBack)) > 1 || isParted(last, next, text)) return false;
  return cuts === undefined || crossingShare([next], cuts) <= mostCrossing;
}

function isUnbroken(chain: readonly Band[]): boolean {
  return chain.every((band, at) => band.y0 - (chain[at - 1] ?? band).y1 <= widestGap * Math.max(band.size, chain[at - 1]?.size ?? 0));
}

function countWide(singles: readonly Band[], region: readonly Band[]): number {
  if (singles.length < 2) return 0;
  const width = Math.max(...region.map((band) => band.phrases.at(-1)?.x1 ?? 0)) - Math.min(...region.map((band) => band.phrases[0]?.x0 ?? 0));
  return singles.filter(({ phrases: [single] }) => single !== undefined && single.x1 - single.x0 > wideSingle * width).length;
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
