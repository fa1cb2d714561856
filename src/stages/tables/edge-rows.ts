import type { Candidate, CandidateCell } from './candidate.ts';
import { isCaption, isNote } from './captions.ts';
import { cellText } from './cell-text.ts';

/** A candidate without its first and last rows that are no rows of it, and what those say. */
export interface TrimmedCandidate {
  candidate: Candidate;
  title?: string;
  notes: string[];
}

/** Takes the title out of the first row of a grid, and sources and remarks out of its last ones: a grid may be drawn around them too. */
export function withoutEdgeRows(candidate: Candidate): TrimmedCandidate {
  let [first, last] = [0, candidate.ys.length - 2];
  const title = loneText(candidate, first);
  const hasTitle = title !== undefined && isCaption(title);
  if (hasTitle) first++;
  const notes: string[] = [];
  for (let text = loneText(candidate, last); text !== undefined && isNote(text) && last - first > 1; text = loneText(candidate, last)) {
    notes.unshift(text);
    last--;
  }
  const trimmed = first === 0 && last === candidate.ys.length - 2 ? candidate : keepRows(candidate, first, last);
  return { candidate: trimmed, ...(hasTitle && { title }), notes };
}

/** The text of a row that has but one cell with text, which starts at the left. */
function loneText({ cells }: Candidate, row: number): string | undefined {
  const texted = cells.filter((cell) => cell.row <= row && cell.row + cell.row_span > row && cell.words.length > 0);
  const [only] = texted;
  return texted.length === 1 && only?.column === 0 && only.row_span === 1 ? cellText(only.words) : undefined;
}

function keepRows(candidate: Candidate, first: number, last: number): Candidate {
  const ys = candidate.ys.slice(first, last + 2);
  const cells = candidate.cells
    .filter((cell) => cell.row >= first && cell.row <= last)
    .map((cell): CandidateCell => ({ ...cell, row: cell.row - first }));
  const [x0, , x1] = candidate.box;
  return { ...candidate, ys, cells, box: [x0, ys[0] ?? 0, x1, ys.at(-1) ?? 0] };
}
