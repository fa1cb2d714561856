import type { Candidate, Tell } from './candidate.ts';
import { placeBands } from './columns-place.ts';
import type { PlacedBand } from './columns-place.ts';
import { cutsOf } from './columns.ts';
import type { Cut } from './columns.ts';
import { joinEdges } from './edges.ts';
import type { Rule } from './edges.ts';
import type { PageInk } from './page-ink.ts';
import { bandsOf } from './rows-bands.ts';
import type { Band } from './rows-bands.ts';
import { headerCells, headerLength } from './rows-header.ts';
import { rowsOf } from './rows.ts';
import type { Row } from './rows.ts';
import { boxOf, gridOf } from './unruled-grid.ts';
import type { GridCell } from './unruled-grid.ts';
import { phrasesOf } from './unruled-phrase.ts';
import { regionsOf } from './unruled-regions.ts';
import { rowRules } from './unruled-rules.ts';
import type { RowRules } from './unruled-rules.ts';
import { runningText } from './unruled-running-text.ts';
import { trimmed } from './unruled-trim.ts';

/** Grids that are seen by the alignment of their words. `ruled` ones are known: their words need no second finder unless it does better. */
export function unruledTables(ink: PageInk, ruled: readonly Candidate[], tell: Tell): Candidate[] {
  void ruled;
  void tell;
  const bands = bandsOf(phrasesOf(ink.words.filter((word) => word.angle === 0)));
  const text = runningText(bands);
  const rules = joinEdges(ink.edges, 2);
  return regionsOf(bands, text).flatMap((region) => candidateOf(region, rules) ?? []);
}

function candidateOf(region: Band[], edges: readonly Rule[]): Candidate | undefined {
  const [x0, y0, x1, y1] = boxOf(region.flatMap((band) => band.phrases));
  const reach = 3 * (region[0]?.size ?? 0);
  const rules = rowRules(edges, x0, x1, y0 - reach, y1 + reach);
  const bands = trimmed(region, cutsOf(region), rules);
  const cuts = cutsOf(bands);
  if (cuts.length === 0 || bands.length < 2) return undefined;
  const cells = cellsOf(placeBands(bands, cuts), cuts, rules);
  const rows = Math.max(...cells.map((cell) => cell.row + cell.row_span));
  return { ...gridOf(cells, cuts, rows), rule: 'unruled', confidence: 0.5 };
}

function cellsOf(bands: PlacedBand[], cuts: readonly Cut[], rules: RowRules): GridCell[] {
  const length = headerLength(bands, rules.through);
  const header = length === 0 ? { cells: [], rows: 0 } : headerCells(bands.slice(0, length), cuts.length + 1, rules.partial);
  const rows = rowsOf(bands.slice(length), rules.through);
  return [...header.cells, ...rows.flatMap((row, at) => rowCells(row, header.rows + at))];
}

/** Pieces in the same columns are one cell; a piece over several takes in what stands in them. */
function rowCells(row: Row, at: number): GridCell[] {
  const cells: GridCell[] = [];
  for (const piece of row.flatMap((band) => band.pieces).sort((a, b) => a.last - a.first - (b.last - b.first))) {
    const over = cells.filter((cell) => cell.first <= piece.last && piece.first <= cell.last);
    const [cell] = over;
    if (cell === undefined) cells.push({ row: at, row_span: 1, first: piece.first, last: piece.last, pieces: [piece] });
    else cell.pieces.push(piece);
  }
  return cells;
}
