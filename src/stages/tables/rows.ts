import type { PlacedBand, Placed } from './columns-place.ts';
import { median } from './columns.ts';
import { alignmentOf, roomBeside } from './alignment.ts';
import type { Alignment } from './alignment.ts';
import { middleOf } from './rows-bands.ts';
import { isBroken } from './unruled-running-text.ts';
import { isNumeric } from './unruled-phrase.ts';

/** Bands that are one row of a table: cells of several lines, cells centred beside them. */
export type Row = PlacedBand[];

/** Share of a line's height that two bands must have in common to be one row: their cells stand beside each other. */
const sharedHeight = 0.35;
/** A row of more lines is a column of text. */
const mostLines = 40;
/** Of the usual distance of rows: lines closer than this belong to one row. */
const closeLines = 0.85;
/** Share of the close lines that must read like the rest of a cell for the distances to be believed. */
const mostContinue = 0.7;
/** In heights of the type: details may be set apart a little more. */
const detailLeading = 2.2;
/** Fewer lines may be rows with gaps. */
const fewestDetails = 3;
/** Cells that a row has at least when lines below it are taken for its details. */
const fullRow = 3;
/** In heights of the type: lines further apart are never one cell. */
const widestLeading = 1.7;

/** Gathers the bands below the header into rows. `rules` are the heights of horizontal rules through the whole table. */
export function rowsOf(bands: readonly PlacedBand[], rules: readonly number[]): Row[] {
  const beside = groupBeside(bands);
  const ways = alignmentsOf(bands);
  return groupByRules(beside, rules) ?? groupByDistance(beside, ways) ?? groupByText(beside, ways, rules);
}

/** Bands that share their height stand beside each other. */
function groupBeside(bands: readonly PlacedBand[]): Row[] {
  const rows: Row[] = [];
  for (const band of bands) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row !== undefined && last !== undefined && row.length < mostLines && isBeside(last, band) && row.every((other) => isFree(other, band)))
      row.push(band);
    else rows.push([band]);
  }
  return rows;
}

function isBeside(above: PlacedBand, below: PlacedBand): boolean {
  return Math.min(above.y1, below.y1) - Math.max(above.y0, below.y0) > sharedHeight * Math.min(above.y1 - above.y0, below.y1 - below.y0);
}

/** No cell of one stands over a cell of the other, or else clearly below it. */
function isFree(above: PlacedBand, below: PlacedBand): boolean {
  const apart = !isBeside(above, below);
  return apart || above.pieces.every((one) => below.pieces.every((other) => one.last < other.first || other.last < one.first));
}

/** Rules between all rows say what a row is, unless two numbers would stand below each other in one cell. */
function groupByRules(rows: readonly Row[], rules: readonly number[]): Row[] | undefined {
  if (rules.length < 2) return undefined;
  const groups = joinWhere(
    rows,
    (above, below) => !rules.some((rule) => rule > topOf(above) + 1 && rule < bottomOf(below) - 1 && isBetween(rule, above, below)),
  );
  return groups.length > rules.length / 2 && groups.length >= 2 && groups.every(isOneRow) ? groups : undefined;
}

function isBetween(rule: number, above: Row, below: Row): boolean {
  return rule >= middleOfRow(above) && rule <= middleOfRow(below);
}

/** Where lines of a row are set clearly closer than rows, the distance says what a row is. */
function groupByDistance(rows: readonly Row[], ways: readonly Alignment[]): Row[] | undefined {
  const distances = rows.slice(1).map((row, at) => distanceOf(rows[at], row));
  const size = median(rows.flat().map((band) => band.size));
  const close = distances.filter((distance) => distance <= widestLeading * size);
  if (close.length === 0 || close.length === distances.length) return undefined;
  const leading = median(close);
  const groups = joinWhere(rows, (above, below) => distanceOf(above, below) <= 1.15 * leading && distanceOf(above, below) <= widestLeading * size);
  if (!groups.every(isOneRow) || groups.length < 2) return undefined;
  const later = groups.flatMap((group) => group.slice(1).map((band, at) => continues(group[at], band, ways)));
  return later.filter((goes) => goes).length >= mostContinue * later.length ? groups : undefined;
}

/** Does a line of some cell go on in the band below? */
function continues(above: PlacedBand | undefined, below: PlacedBand, ways: readonly Alignment[]): boolean {
  return below.pieces.some((piece) => {
    const over = above?.pieces.find((other) => other.first === piece.first);
    return over !== undefined && !isNumber(piece) && (breaks(over, piece, ways) || startsLow(piece));
  });
}

/** Else a line goes on in the next where it was broken for want of room and the rest of the line says nothing against it. */
function groupByText(rows: readonly Row[], ways: readonly Alignment[], rules: readonly number[]): Row[] {
  const column = detailColumn(rows);
  const pitch = median(rows.slice(1).map((row, at) => distanceOf(rows[at], row)));
  return joinWhere(rows, (above, below) => {
    const [a, b] = [above.at(-1), below[0]];
    if (a === undefined || b === undefined || rules.some((rule) => isBetween(rule, above, below))) return false;
    const distance = distanceOf(above, below);
    if (distance <= detailLeading * b.size && isDetail(above, b, column)) return true;
    return distance <= widestLeading * b.size && goesOn(above, b, ways, distance < closeLines * pitch);
  });
}

function goesOn(row: Row, below: PlacedBand, ways: readonly Alignment[], close: boolean): boolean {
  const above = row.at(-1);
  if (above === undefined || !isOneRow([...row, below])) return false;
  const label = below.pieces.find((piece) => piece.first === 0);
  const over = above.pieces.find((piece) => piece.first === 0);
  if (label === undefined) return below.pieces.every((piece) => wraps(row, piece, ways));
  if (over === undefined || over.last > 0 || !breaks(over, label, ways)) return false;
  const lone = above.pieces.length === 1;
  if (below.pieces.length === 1) return close || startsLow(label) || (!lone && label.x0 > over.x0 + 0.5 * label.size);
  if (lone) return startsLow(label) || (close && row.length === 1);
  return startsLow(label) && below.pieces.every((piece) => piece === label || (startsLow(piece) && wraps(row, piece, ways)));
}

/** The column whose cells go on in lines of their own: every band without a name in the first column has a line there and nothing else. */
function detailColumn(rows: readonly Row[]): number | undefined {
  const nameless = rows.flat().filter((band) => band.pieces.every((piece) => piece.first > 0));
  const [column, ...others] = new Set(nameless.map(({ pieces: [piece] }) => piece?.first));
  return nameless.length >= fewestDetails && others.length === 0 && nameless.every((band) => band.pieces.length === 1) ? column : undefined;
}

/** One line alone below the text of a row of several cells says more of that row: it has no name of its own. */
function isDetail(row: Row, { pieces: [piece] }: PlacedBand, column: number | undefined): boolean {
  const above = row[0]?.pieces ?? [];
  if (piece === undefined || column === undefined || piece.first !== column || above.length < fullRow) return false;
  const over = above.find((other) => other.first === column && other.last === piece.last);
  return over !== undefined && !isNumber(over) && above.some((other) => other.first === 0);
}

function wraps(row: Row, piece: Placed, ways: readonly Alignment[]): boolean {
  const over = row.flatMap((band) => band.pieces).findLast((other) => other.first === piece.first);
  return over !== undefined && !isNumber(piece) && (breaks(over, piece, ways) || startsLow(piece));
}

function joinWhere(rows: readonly Row[], joined: (above: Row, below: Row) => boolean): Row[] {
  const groups: Row[] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group !== undefined && joined(group, row)) group.push(...row);
    else groups.push([...row]);
  }
  return groups;
}

/** No cell of a row holds two numbers below each other. */
function isOneRow(row: Row): boolean {
  const numbers = row.flatMap((band) => band.pieces.filter(isNumber).map((piece) => piece.first));
  return new Set(numbers).size === numbers.length;
}

export function isNumber(piece: Placed): boolean {
  return piece.words.some((word) => isNumeric(word.text)) && piece.words.every((word) => isNumeric(word.text) || word.text.length <= 3);
}

function startsLow(piece: Placed): boolean {
  return /^[\p{Ll}(]/u.test(piece.words[0]?.text ?? '');
}

function alignmentsOf(bands: readonly PlacedBand[]): Alignment[] {
  const pieces = bands.flatMap((band) => band.pieces).filter((piece) => piece.first === piece.last);
  const columns = Array.from({ length: Math.max(-1, ...pieces.map((piece) => piece.first)) + 1 }, (): Placed[] => []);
  for (const piece of pieces) columns[piece.first]?.push(piece);
  return columns.map(alignmentOf);
}

function breaks(above: Placed, below: Placed, ways: readonly Alignment[]): boolean {
  const way = ways[above.first];
  return above.first === above.last && way !== undefined && isBroken(roomBeside(above, way), below);
}

function distanceOf(above: Row | undefined, below: Row): number {
  const [a, b] = [above?.at(-1), below[0]];
  return a === undefined || b === undefined ? 0 : middleOf(b) - middleOf(a);
}

function topOf(row: Row): number {
  return Math.min(...row.map((band) => band.y0));
}

function bottomOf(row: Row): number {
  return Math.max(...row.map((band) => band.y1));
}

function middleOfRow(row: Row): number {
  return (topOf(row) + bottomOf(row)) / 2;
}
