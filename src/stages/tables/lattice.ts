import type { Edge } from '../../model/drawing.ts';
import { firstPlace } from '../../model/first-place.ts';
import type { Web } from './edges.ts';

/** A rectangle of the grid, by rows and columns. */
export interface Region {
  row: number;
  column: number;
  row_span: number;
  column_span: number;
}

/** The grid that a web of rules draws. */
export interface Lattice {
  xs: number[];
  ys: number[];
  /** Rectangles of the grid that no rule divides; together they cover it. */
  regions: Region[];
  /** For each place in `xs`, the share of the height that has a rule there. */
  drawn: number[];
  /** Places in `ys` for which nothing speaks but how the upright rules are pieced together. */
  pieced: number[];
}

/** Share of the side of a cell that a rule must cover to count for it. */
const covering = 0.7;

/** Finds the cells of a web: places of the grid with no rule between them are one, and one that is no rectangle is cut into some. */
export function latticeOf(web: Web, snap: number): Lattice {
  const xs = withBorders(placesOf(web.vertical, snap), web.horizontal, snap);
  const ys = withBorders(placesOf(web.horizontal, snap), web.vertical, snap);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1) return { xs, ys, regions: [], drawn: [], pieced: [] };
  const upright = sidesOf(web.vertical, xs, ys, snap);
  const level = sidesOf(web.horizontal, ys, xs, snap);
  const labels = new Map<number, number>();
  const find = (place: number): number => {
    let root = place;
    for (let next = labels.get(root); next !== undefined; next = labels.get(root)) root = next;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [one, other] = [find(a), find(b)];
    if (one !== other) labels.set(Math.max(one, other), Math.min(one, other));
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = row * columns + column;
      if (column > 0 && upright[column]?.[row] !== true) join(place, place - 1);
      if (row > 0 && level[row]?.[column] !== true) join(place, place - columns);
    }
  }
  return { xs, ys, regions: rectangles(rows, columns, find), drawn: upright.map((sides) => drawnShare(sides, ys)), pieced: [] };
}

function drawnShare(sides: readonly boolean[], ys: readonly number[]): number {
  const height = (row: number): number => (ys[row + 1] ?? 0) - (ys[row] ?? 0);
  return sides.reduce((sum, drawn, row) => sum + (drawn ? height(row) : 0), 0) / ((ys.at(-1) ?? 0) - (ys[0] ?? 0) || 1);
}

/** Where rules of one way stand, those within `snap` being one. */
function placesOf(edges: readonly Edge[], snap: number): number[] {
  const places: number[] = [];
  for (const { at } of [...edges].sort((a, b) => a.at - b.at)) if (at - (places.at(-1) ?? -Infinity) > snap) places.push(at);
  return places;
}

/** Rules of the other way that end together beyond the first or the last place imply a border there (pdfplumber #223, #307). */
function withBorders(places: readonly number[], crossing: readonly Edge[], snap: number): number[] {
  const first = secondOf(
    crossing.map((edge) => edge.from).sort((a, b) => a - b),
    snap,
  );
  const last = secondOf(
    crossing.map((edge) => -edge.to).sort((a, b) => a - b),
    snap,
  );
  const bordered = [...places];
  if (first !== undefined && first < (places[0] ?? Infinity) - 2 * snap) bordered.unshift(first);
  if (last !== undefined && -last > (places.at(-1) ?? -Infinity) + 2 * snap) bordered.push(-last);
  return bordered;
}

/** The least value that is there twice, within `snap`. */
function secondOf(values: readonly number[], snap: number): number | undefined {
  return values.find((value, at) => (values[at + 1] ?? Infinity) - value <= snap);
}

/** For each place of a rule, which of the steps across are covered by it. */
function sidesOf(edges: readonly Edge[], places: readonly number[], across: readonly number[], snap: number): boolean[][] {
  const covered = places.map(() => across.slice(1).map(() => 0));
  for (const edge of edges) {
    const sums = covered[nearest(places, edge.at)];
    if (sums === undefined) continue;
    for (let step = Math.max(0, nearest(across, edge.from) - 1); step < sums.length; step++) {
      const [start, end] = [across[step] ?? 0, across[step + 1] ?? 0];
      if (start > edge.to) break;
      sums[step] = (sums[step] ?? 0) + Math.max(0, Math.min(end, edge.to + snap / 2) - Math.max(start, edge.from - snap / 2));
    }
  }
  return covered.map((sums) => sums.map((sum, step) => sum >= covering * ((across[step + 1] ?? 0) - (across[step] ?? 0))));
}

/** The index of the place closest to `value`. */
function nearest(places: readonly number[], value: number): number {
  return firstPlace(places.length - 1, (at) => (places[at]! + places[at + 1]!) / 2 >= value);
}

/** Cuts every set of joined places into rectangles: rows next to each other that hold the same columns of it. */
function rectangles(rows: number, columns: number, find: (place: number) => number): Region[] {
  const regions: Region[] = [];
  const open = new Map<string, Region>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns;) {
      const label = find(row * columns + column);
      let end = column + 1;
      while (end < columns && find(row * columns + end) === label) end++;
      const key = `${label} ${column} ${end}`;
      const above = open.get(key);
      if (above !== undefined && above.row + above.row_span === row) above.row_span++;
      else {
        const region = { row, column, row_span: 1, column_span: end - column };
        open.set(key, region);
        regions.push(region);
      }
      column = end;
    }
  }
  return regions;
}
