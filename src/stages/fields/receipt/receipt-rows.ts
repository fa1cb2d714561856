import type { Box, Line, Word } from '../../../model/page.ts';
import type { Candidate } from '../../../values/candidate.ts';
import type { ReaderSource } from '../reader.ts';
import { unionOf } from '../../../model/box.ts';
import type { PhraseHit, Phrasebook } from './phrasebook.ts';

/** What stands side by side on a receipt: what is bought, or what it comes to, and the amount. */
export interface Row {
  page: number;
  words: readonly Word[];
  box: Box;
  /** Height of the type in points. */
  size: number;
  /** From left to right. */
  values: readonly Candidate[];
  /** From left to right. */
  phrases: readonly PhraseHit[];
}

/** Of what is longer only both ends are read, where the head and the sums stand. */
const mostRows = 600;

/** The rows of a receipt from top to bottom, also where labels and amounts were read as lines of their own. */
export function receiptRows({ document, candidates }: ReaderSource, phrasebook: Phrasebook): Row[] {
  const values = Map.groupBy(candidates, ({ page, line }) => `${page}:${line}`);
  const rows = document.pages.flatMap(({ page, lines }) => sideBySide(lines).map((places) => ({ page, lines, places })));
  return bothEnds(rows).map(({ page, lines, places }): Row => {
    const parts = places.flatMap((place) => lines[place] ?? []);
    const words = parts.flatMap((line) => line.words);
    return {
      page,
      words,
      box: unionOf(parts.map(({ box }) => box)),
      size: Math.min(...parts.map(({ size }) => size)),
      values: places.flatMap((place) => values.get(`${page}:${place}`) ?? []).sort((a, b) => a.box[0] - b.box[0]),
      phrases: phrasebook(words),
    };
  });
}

function bothEnds<T>(rows: readonly T[]): readonly T[] {
  return rows.length <= mostRows ? rows : [...rows.slice(0, mostRows / 2), ...rows.slice(-mostRows / 2)];
}

/** Whether a phrase of that name stands in a row. */
export function says(row: Row, meaning: string): boolean {
  return row.phrases.some(({ meanings }) => meanings.has(meaning));
}

/** Places of the lines that share a row, rows from top to bottom, lines from left to right. */
function sideBySide(lines: readonly Line[]): number[][] {
  const upright = lines.flatMap((line, place) => (line.angle === undefined && line.words.length > 0 ? [place] : []));
  const rows: number[][] = [];
  for (const place of upright.sort((a, b) => middleOf(lines[a]!) - middleOf(lines[b]!))) {
    const row = rows.at(-1);
    if (row?.every((other) => isBeside(lines[other]!, lines[place]!))) row.push(place);
    else rows.push([place]);
  }
  for (const row of rows) row.sort((a, b) => lines[a]!.box[0] - lines[b]!.box[0]);
  return rows;
}

/** The middle of each lies within the height of the other, and they share no width. */
function isBeside(a: Line, b: Line): boolean {
  const apart = a.box[2] <= b.box[0] || b.box[2] <= a.box[0];
  return apart && covers(a, middleOf(b)) && covers(b, middleOf(a));
}

function covers({ box }: Line, height: number): boolean {
  return box[1] < height && height < box[3];
}

function middleOf({ box }: Line): number {
  return (box[1] + box[3]) / 2;
}
