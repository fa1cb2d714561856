import type { Cut } from './columns.ts';
import type { Band } from './rows-bands.ts';
import { middleOf } from './rows-bands.ts';
import { crossingShare, isCaption } from './unruled-regions.ts';
import type { RowRules } from './unruled-rules.ts';

/** Rules this near belong to the rows, in heights of the type. */
const nearRule = 3;

/** Titles have at most so many lines. */
const mostTitleLines = 5;

/** Takes off what only stands at a table: its title above, sources and notes below. */
export function trimmed(bands: readonly Band[], cuts: readonly Cut[], rules: RowRules): Band[] {
  const kept = [...bands];
  const caption = kept.slice(0, kept.length >> 1).findLastIndex(isCaption);
  if (caption >= 0) kept.splice(0, caption + 1);
  kept.splice(0, titleLength(kept, cuts, rules));
  while (kept.length > 2 && isTitle(kept, cuts, rules)) kept.shift();
  kept.splice(kept.length - notesLength(kept, cuts, rules));
  while (kept.length > 2 && isNote(kept, cuts, rules)) kept.pop();
  return kept;
}

/** Lines above the first of several rules through the table are its title, unless they have cells. */
function titleLength(bands: readonly Band[], cuts: readonly Cut[], { through }: RowRules): number {
  const [rule, next] = through;
  if (rule === undefined || next === undefined) return 0;
  const above = bands.filter((band) => middleOf(band) < rule);
  const below = bands.filter((band) => middleOf(band) > rule && middleOf(band) < next);
  return below.length > 0 && above.length <= mostTitleLines && above.every((band) => band.phrases.length === 1 || crossingShare([band], cuts) > 0)
    ? above.length
    : 0;
}

/** Lines below the last of several rules through the table are notes, when they run over its columns. */
function notesLength(bands: readonly Band[], cuts: readonly Cut[], { through }: RowRules): number {
  const last = through.at(-1);
  if (last === undefined || through.length < 2) return 0;
  const below = bands.filter((band) => middleOf(band) > last);
  const running = below.filter((band) => band.phrases.length === 1 || crossingShare([band], cuts) > 0).length;
  return 2 * below.length < bands.length && 2 * running >= below.length ? below.length : 0;
}

function isTitle(bands: readonly Band[], cuts: readonly Cut[], rules: RowRules): boolean {
  const [first, second] = bands;
  if (first === undefined || second === undefined) return false;
  const ruled = rules.through.some((at) => at > middleOf(first) && at < middleOf(second));
  const above = rules.through.some((at) => at < middleOf(first) && at > first.y0 - nearRule * first.size);
  if (above) return false;
  if (ruled && rules.through.length > 1) return crossingShare([first], cuts) > 0 || first.phrases.length === 1;
  return first.phrases.length === 1 && crossingShare([first], cuts) > 0 && startsLeft(first, bands);
}

/** Headings over several columns stand over these; titles start where the table does. */
function startsLeft({ phrases: [phrase], size }: Band, bands: readonly Band[]): boolean {
  return phrase !== undefined && phrase.x0 < Math.min(...bands.map((band) => band.phrases[0]?.x0 ?? Infinity)) + 2 * size;
}

function isNote(bands: readonly Band[], cuts: readonly Cut[], rules: RowRules): boolean {
  const [before, last] = bands.slice(-2);
  if (before === undefined || last === undefined) return false;
  const ruled = rules.through.some((at) => at > middleOf(before) && at < middleOf(last));
  const below = rules.through.some((at) => at > middleOf(last) && at < last.y1 + nearRule * last.size);
  if (below) return false;
  return crossingShare([last], cuts) >= (ruled ? 0.01 : 0.5);
}
