import { unionOf } from '../model/box.ts';
import type { Line, Page, Word } from '../model/page.ts';
import type { Candidate, Locale } from './candidate.ts';
import { findValues, rankOf } from './notations.ts';
import { dateOverLineEnd } from './over-line-end.ts';
import type { Sighting } from './sighting.ts';

/** A gap wider than this, in heights of the type, parts columns: nothing that a number or a numeric date is written over. */
const widestBlank = 0.6;
/** Characters of a line that are looked at: no honest line has more. */
const longestLine = 2000;

/** A line as finders read it, and for each character the place of its word; of a blank that of the word behind it. */
interface LineText {
  text: string;
  wordAt: readonly number[];
}

/** Every value of a page that its notation gives away, in reading order. Of values that overlap only the one that is hardest to mistake stands. */
export function findCandidates(page: Page, locale: Locale): Candidate[] {
  const texts = page.lines.map(textOf);
  let taken = 0;
  return page.lines.flatMap((line, at) => {
    const here = texts[at] ?? textOf(line);
    const below = texts[at + 1];
    const scanned = line.words.some(({ confidence }) => confidence !== undefined);
    const wrapped = below === undefined ? undefined : dateOverLineEnd(here.text, below.text);
    const sightings = findValues(here.text, { locale, scanned, whole: false });
    const found = apart(wrapped === undefined ? sightings : [wrapped, ...sightings]).filter(({ from }) => from >= taken);
    taken = wrapped === undefined ? 0 : wrapped.to - here.text.length - 1;
    return found.map((sighting) => candidateOf(sighting, page, at, here, below));
  });
}

/** The words of a line in a row: a blank between them, a tab where the gap is wider than one. */
function textOf({ words, size }: Line): LineText {
  let text = '';
  const wordAt: number[] = [];
  for (const [at, word] of words.entries()) {
    if (text.length === longestLine) break;
    const before = words[at - 1];
    const gap = before === undefined ? '' : isWide(before, word, size) ? '\t' : ' ';
    const piece = `${gap}${word.text}`.slice(0, longestLine - text.length);
    text += piece;
    for (let i = 0; i < piece.length; i++) wordAt.push(at);
  }
  return { text, wordAt };
}

function isWide(before: Word, word: Word, size: number): boolean {
  return word.box[0] - before.box[2] > widestBlank * size;
}

/** The values that stand when each takes its characters: by kind, then the longer, then the earlier. */
function apart(sightings: readonly Sighting[]): Sighting[] {
  const inTurn = sightings.toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind) || b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken = new Uint8Array(Math.max(0, ...inTurn.map(({ to }) => to)));
  const standing = inTurn.filter(({ from, to }) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  });
  return standing.sort((a, b) => a.from - b.from);
}

function candidateOf({ from, to, ...value }: Sighting, page: Page, at: number, here: LineText, below: LineText | undefined): Candidate {
  const words = wordsOf(here, from, to);
  const over = to - here.text.length - 1;
  const wordsBelow = below === undefined || over <= 0 ? 0 : wordsOf(below, 0, over)[1];
  const standing = [...(page.lines[at]?.words.slice(...words) ?? []), ...(page.lines[at + 1]?.words.slice(0, wordsBelow) ?? [])];
  const text = wordsBelow > 0 ? `${here.text} ${below?.text}` : here.text;
  return {
    ...value,
    raw: text.slice(from, to).replaceAll('\t', ' '),
    page: page.page,
    line: at,
    words,
    ...(wordsBelow > 0 && { wordsBelow }),
    box: unionOf(standing.map(({ box }) => box)),
  };
}

/** The words that characters stand in, the end exclusive. */
function wordsOf({ wordAt }: LineText, from: number, to: number): [number, number] {
  const last = wordAt[Math.min(to, wordAt.length) - 1];
  return [wordAt[from] ?? 0, last === undefined ? 0 : last + 1];
}
