import type { Box } from '../../model/page.ts';
import type { Candidate, CandidateCell, Tell } from './candidate.ts';
import { joinEdges, websOf } from './edges.ts';
import type { Web } from './edges.ts';
import { latticeOf } from './lattice.ts';
import { withImpliedColumns } from './implied-columns.ts';
import { withImpliedRows } from './implied-rows.ts';
import type { InkWord, PageInk } from './page-ink.ts';
import { fillCells } from './fill-cells.ts';

/** Share of the cells that may be empty (Camelot: dropping fuller ones raised F1 from .665 to .778). */
const emptiest = 0.9;

/** Finds grids that are drawn by rules: pdfplumber's way, with spans where a rule is missing and borders that are only implied. */
export function ruledTables(ink: PageInk, tell: Tell): Candidate[] {
  const snap = snapOf(ink.words);
  const webs = websOf(joinEdges(ink.edges, snap), snap) ?? [];
  return webs.flatMap((web) => {
    const candidate = candidateOf(web, ink, snap);
    const refusal = refusalOf(candidate);
    if (refusal === undefined) return [candidate];
    if (web.vertical.length + web.horizontal.length > 2) tell(candidate.box, false, 'ruled', refusal);
    return [];
  });
}

/** Rules closer than this are one: a quarter of a line of text, since no cell is so small. */
function snapOf(words: readonly InkWord[]): number {
  const sizes = words.map((word) => word.size).sort((a, b) => a - b);
  return Math.min(3, Math.max(1, 0.25 * (sizes[sizes.length >> 1] ?? 10)));
}

function candidateOf(web: Web, ink: PageInk, snap: number): Candidate {
  const drawn = latticeOf(web, snap);
  const words = ink.words.filter(({ box }) => overlaps(box, web.box));
  const rows = withImpliedRows(drawn, words, { web, fills: ink.fills, snap });
  const { xs, ys, regions } = withImpliedColumns(rows, words, web, snap);
  const box: Box = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
  const cells = regions.map((region): CandidateCell => {
    const { row, column, row_span, column_span } = region;
    return { ...region, box: [xs[column] ?? 0, ys[row] ?? 0, xs[column + column_span] ?? 0, ys[row + row_span] ?? 0], words: [] };
  });
  const fit = fillCells(cells, words, xs, ys);
  const filled = cells.filter((cell) => cell.words.length > 0).length / (cells.length || 1);
  return { method: 'lattice', rule: 'ruled', box, xs, ys, cells, confidence: fit * (0.5 + 0.5 * filled) };
}

function refusalOf({ xs, ys, cells }: Candidate): string | undefined {
  if (xs.length < 3 || ys.length < 3) return `a frame: ${ys.length - 1} rows, ${xs.length - 1} columns`;
  const filled = cells.filter((cell) => cell.words.length > 0).length;
  if (filled < 3 || filled < (1 - emptiest) * cells.length) return `${filled} of ${cells.length} cells hold text`;
  return undefined;
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}
