import type { Box, Line, Page, Word } from '../model/page.ts';
import type { Candidate, Locale } from './candidate.ts';
import { notations } from './notations.ts';
import type { Sighting } from './sighting.ts';

/** A gap wider than this, in heights of the type, parts columns: nothing that a number or a numeric date is written over. */
const widestBlank = 0.6;
/** Longer lines are cut: no honest line has so many characters. */
const longestLine = 2000;

/** Every value of a page that its notation gives away, in reading order. Of values that overlap only the one that is hardest to mistake stands. */
export function findCandidates(page: Page, locale: Locale): Candidate[] {
  return page.lines.flatMap((line, at) => {
    const { text, starts } = textOf(line);
    const scanned = line.words.some(({ confidence }) => confidence !== undefined);
    const sightings = Object.values(notations).flatMap((find) => find(text, { locale, scanned, whole: false }));
    return apart(sightings).map(({ from, to, ...value }) => {
      const words = wordsOf(starts, from, to);
      return { ...value, raw: text.slice(from, to).replaceAll('\t', ' '), page: page.page, line: at, words, box: boxOf(line.words.slice(...words)) };
    });
  });
}

/** The words of a line in a row, and where each starts. */
function textOf({ words, size }: Line): { text: string; starts: number[] } {
  let text = '';
  const starts = words.map((word, at) => {
    const before = words[at - 1];
    if (before !== undefined) text += isWide(before, word, size) ? '\t' : ' ';
    const start = text.length;
    text = (text + word.text).slice(0, longestLine);
    return start;
  });
  return { text, starts };
}

function isWide(before: Word, word: Word, size: number): boolean {
  return word.box[0] - before.box[2] > widestBlank * size;
}

/** The values that stand when each takes its characters: by kind, then the longer, then the earlier. Sightings come in the order of their kinds. */
function apart(sightings: readonly Sighting[]): Sighting[] {
  const kinds = Object.keys(notations);
  const rank = new Map(kinds.map((kind, at) => [kind, at]));
  const taken: Sighting[] = [];
  const inTurn = sightings.toSorted(
    (a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  for (const sighting of inTurn) if (!taken.some(({ from, to }) => sighting.from < to && from < sighting.to)) taken.push(sighting);
  return taken.sort((a, b) => a.from - b.from);
}

/** The words that characters stand in, the end exclusive. */
function wordsOf(starts: readonly number[], from: number, to: number): [number, number] {
  const after = starts.findIndex((start) => start > from);
  const end = starts.findIndex((start) => start >= to);
  return [(after < 0 ? starts.length : after) - 1, end < 0 ? starts.length : end];
}

function boxOf(words: readonly Word[]): Box {
  const boxes = words.map(({ box }) => box);
  return [
    Math.min(...boxes.map(([x0]) => x0)),
    Math.min(...boxes.map(([, y0]) => y0)),
    Math.max(...boxes.map(([, , x1]) => x1)),
    Math.max(...boxes.map(([, , , y1]) => y1)),
  ];
}
