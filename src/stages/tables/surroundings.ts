import type { Box, Line } from '../../model/page.ts';
import { isCaption, isNote, isUnit } from './captions.ts';

/** What belongs to a table and stands outside of its grid. */
export interface Surroundings {
  title?: string;
  notes: string[];
}

/** In heights of the line: how far a title may stand above, and a note below. */
const titleGap = 2.5;
const noteGap = 2;
/** In heights of the line: the lines of one title or note follow each other this closely. */
const lineGap = 0.9;
const mostTitleLines = 4;
const mostNoteLines = 25;
/** Longer lines without a number are the text before the table. */
const longestTitle = 120;

/** Finds the title above a table, and the units, sources and remarks around it. `lines` are those outside of every table. */
export function surroundingsOf(box: Box, lines: readonly Line[]): Surroundings {
  const near = lines.filter((line) => line.angle === undefined && line.furniture === undefined && sharesWidth(line.box, box));
  const above = near.filter((line) => middleOf(line) < box[1]).sort((a, b) => b.box[3] - a.box[3]);
  const below = near.filter((line) => middleOf(line) > box[3]).sort((a, b) => a.box[1] - b.box[1]);
  const units: string[] = [];
  while (above[0] !== undefined && isUnit(above[0].text) && box[1] - above[0].box[3] <= titleGap * heightOf(above[0]))
    units.unshift(above.shift()?.text ?? '');
  const title = titleOf(box, above);
  return { ...(title !== undefined && { title }), notes: [...units, ...notesOf(box, below)] };
}

function titleOf(box: Box, above: readonly Line[]): string | undefined {
  const block: Line[] = [];
  let top = box[1];
  for (const line of above.slice(0, mostTitleLines + 1)) {
    if (top - line.box[3] > (block.length === 0 ? titleGap : lineGap) * heightOf(line)) break;
    block.unshift(line);
    if (isCaption(line.text)) return block.map(({ text }) => text).join(' ');
    top = line.box[1];
  }
  const [only] = block;
  const ends = only === undefined || block.length > 2 || block.length > mostTitleLines;
  return ends || block.some(({ text }) => text.length > longestTitle || /[.;,]$/.test(text)) || isNote(only.text) ? undefined : textOf(block);
}

function notesOf(box: Box, below: readonly Line[]): string[] {
  const notes: Line[][] = [];
  let bottom = box[3];
  for (const line of below.slice(0, mostNoteLines)) {
    const gap = line.box[1] - bottom;
    const last = notes.at(-1);
    if (isNote(line.text) && gap <= noteGap * heightOf(line)) notes.push([line]);
    else if (last !== undefined && gap <= lineGap * heightOf(line) && line.size <= (last[0]?.size ?? 0) + 0.5) last.push(line);
    else break;
    bottom = Math.max(bottom, line.box[3]);
  }
  return notes.map(textOf);
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join(' ');
}

function middleOf({ box }: Line): number {
  return (box[1] + box[3]) / 2;
}

function heightOf({ box }: Line): number {
  return box[3] - box[1];
}

/** A third of the narrower one, or more: a title may stick out, but stands over its table. */
function sharesWidth(a: Box, b: Box): boolean {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]) >= Math.min(a[2] - a[0], b[2] - b[0]) / 3;
}
