import type { Candidate, Tell } from './candidate.ts';
import { placeBands } from './columns-place.ts';
import type { PlacedBand } from './columns-place.ts';
import { extentsOf, spanned } from './columns-span.ts';
import type { ColumnExtent } from './columns-span.ts';
import { cutsOf } from './columns.ts';
import type { Cut } from './columns.ts';
import { joinEdges } from './edges.ts';
import type { Rule } from './edges.ts';
import { measureGrid } from './gate-measures.ts';
import type { GridMeasures } from './gate-measures.ts';
import { confidenceOf, refusalOf } from './gate.ts';
import type { PageInk } from './page-ink.ts';
import { bandsOf } from './rows-bands.ts';
import type { Band } from './rows-bands.ts';
import { headerCells, headerLength } from './rows-header.ts';
import { rowsOf } from './rows.ts';
import type { Row } from './rows.ts';
import { quarterOf } from './turned.ts';
import { extended } from './unruled-extend.ts';
import { boxOf, gridOf } from './unruled-grid.ts';
import type { GridCell } from './unruled-grid.ts';
import { phrasesOf } from './unruled-phrase.ts';
import { isCaption, regionsOf } from './unruled-regions.ts';
import { rowRules } from './unruled-rules.ts';
import type { RowRules } from './unruled-rules.ts';
import { runningText } from './unruled-running-text.ts';
import { splitAtRules } from './unruled-split.ts';
import { trimmed } from './unruled-trim.ts';

/** Points: rules drawn this close are one. */
const sameRule = 2;
/** In heights of the type: how far outside of its rows a table's outer rules stand. */
const ruleReach = 3;

/** Finds grids by the alignment of their words, with horizontal rules as hints, and refuses those that only look like tables. */
export function unruledTables(ink: PageInk, tell: Tell): Candidate[] {
  const bands = bandsOf(phrasesOf(ink.words.filter((word) => quarterOf(word.angle) === 0)));
  const text = runningText(bands);
  const rules = joinEdges(ink.edges, sameRule);
  const cells = bands
    .map((band) => ({ ...band, phrases: band.phrases.filter((phrase) => !text.has(phrase)) }))
    .filter((band) => band.phrases.length > 0);
  return regionsOf(cells, [...text])
    .flatMap((region) => splitAtRules(region, rules))
    .flatMap((region) => candidateOf(region, cells, rules, tell) ?? []);
}

function candidateOf(region: Band[], all: readonly Band[], edges: readonly Rule[], tell: Tell): Candidate | undefined {
  const wider = extended(region, all, cutsOf(region), edges);
  const [x0, y0, x1, y1] = boxOf(wider.flatMap((band) => band.phrases));
  const reach = ruleReach * (region[0]?.size ?? 0);
  const rules = rowRules(edges, x0, x1, y0 - reach, y1 + reach);
  const bands = trimmed(wider, cutsOf(wider), rules);
  const cuts = cutsOf(bands);
  const cells = cuts.length === 0 ? [] : cellsOf(placeBands(bands, cuts), cuts, rules);
  const rows = Math.max(0, ...cells.map((cell) => cell.row + cell.row_span));
  const measures = measureGrid(cells, rows, cuts.length + 1, { rules: rules.through.length, captioned: isCaptioned(bands, all) });
  const refusal = refusalOf(measures);
  if (refusal !== undefined) {
    if (region.length > 1) tell([x0, y0, x1, y1], false, refusal, detailOf(measures));
    return undefined;
  }
  return { ...gridOf(cells, cuts, rows), rule: 'unruled', confidence: confidenceOf(measures) };
}

function detailOf({ rows, columns, numeric, aligned, filled, words }: GridMeasures): string {
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  return `${rows} rows, ${columns} columns, values ${percent(numeric)}, aligned ${percent(aligned)}, filled ${percent(filled)}, ${words.toFixed(1)} words a cell`;
}

/** In heights of the type: how far above its rows a caption may start. */
const captionReach = 6;

function isCaptioned(bands: readonly Band[], all: readonly Band[]): boolean {
  const top = bands[0];
  return top !== undefined && all.some((band) => band.y1 <= top.y0 + 1 && top.y0 - band.y0 < captionReach * top.size && isCaption(band));
}

function cellsOf(placed: readonly PlacedBand[], cuts: readonly Cut[], rules: RowRules): GridCell[] {
  const extents = extentsOf(placed, cuts.length + 1);
  const bands = placed.map((band) => labelled(band, extents));
  const length = headerLength(bands, rules.through);
  const heads = bands.slice(0, length).map((band, at) => (at < length - 1 ? spanned(band, extents, rules.partial) : band));
  const header = length === 0 ? { cells: [], rows: 0 } : headerCells(heads, rules);
  return [...header.cells, ...rowsOf(bands.slice(length), rules.through).flatMap((row, at) => rowCells(row, header.rows + at))];
}

/** A lone cell over several columns names the rows below: at the left it stands in the first column, else it spans those it is centred over. */
function labelled(band: PlacedBand, extents: readonly ColumnExtent[]): PlacedBand {
  const [piece] = band.pieces;
  if (piece === undefined || band.pieces.length > 1 || piece.first === piece.last) return band;
  if (piece.first === 0 && piece.x0 < (extents[0]?.x0 ?? 0) + 2 * piece.size) return { ...band, pieces: [{ ...piece, last: 0 }] };
  return spanned(band, extents, []);
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
