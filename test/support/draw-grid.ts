import { put } from './drawn-pdf.ts';
import type { Grid, GridCell } from './random-grid.ts';

/** How a table is set: rules as lines, as the sides of each cell, or as thin filled bars; level rules alone; nothing; every second row shaded. */
export type GridStyle = 'lines' | 'boxes' | 'bars' | 'level' | 'none' | 'zebra';

const padding = 4;
const size = 9;

/** Content operators that draw a grid on a page of 600 by 800 points, its top left corner at `left` and `top` (from the top of the page). */
export function drawGrid(grid: Grid, style: GridStyle, left = 40, top = 60): string {
  const xs = sums(left, grid.widths);
  const ys = sums(
    800 - top,
    grid.heights.map((height) => -height),
  );
  const boxes = grid.cells.map((cell) => ({ cell, box: boxOf(cell, xs, ys) }));
  const texts = boxes.map(({ cell, box: [x0, y0, x1, y1] }) => textAt(cell, [x0, y0, x1, y1]));
  return [
    ...drawings(
      style,
      boxes.map(({ box }) => box),
      xs,
      ys,
    ),
    put(
      texts.filter(([, , text]) => text !== ''),
      { size },
    ),
  ].join('\n');
}

type Corners = readonly [x0: number, y0: number, x1: number, y1: number];

function drawings(style: GridStyle, boxes: readonly Corners[], xs: readonly number[], ys: readonly number[]): string[] {
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  if (style === 'none') return [];
  if (style === 'level') return ys.map((y) => `0.5 w ${left} ${y} m ${right} ${y} l S`);
  if (style === 'zebra') {
    return ys.slice(1).flatMap((y, row) => (row % 2 === 0 ? [`0.9 g ${left} ${y} ${right - left} ${(ys[row] ?? 0) - y} re f 0 g`] : []));
  }
  return boxes.map(([x0, y0, x1, y1]) => {
    if (style === 'boxes') return `0.7 w ${x0} ${y0} ${x1 - x0} ${y1 - y0} re S`;
    const sides: Corners[] = [
      [x0, y0, x1, y0],
      [x0, y1, x1, y1],
      [x0, y0, x0, y1],
      [x1, y0, x1, y1],
    ];
    if (style === 'lines') return sides.map(([ax, ay, bx, by]) => `0.5 w ${ax} ${ay} m ${bx} ${by} l S`).join('\n');
    return sides.map(([ax, ay, bx, by]) => `${ax - 0.25} ${ay - 0.25} ${bx - ax + 0.5} ${by - ay + 0.5} re f`).join('\n');
  });
}

/** Numbers and their heads at the right, words at the left, heads over several columns in their middle. */
function textAt({ text, column_span, row_span, right = false }: GridCell, [x0, y0, x1, y1]: Corners): [number, number, string] {
  const width = widthOf(text);
  const x = column_span > 1 ? (x0 + x1 - width) / 2 : right ? x1 - padding - width : x0 + padding;
  const y = row_span > 1 ? (y0 + y1 - size) / 2 + 2 : y1 - size - 2;
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100, text];
}

/** In Helvetica, closely enough to keep texts inside of their cells. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[ilt. ]/.test(character) ? 0.28 : /[mw]/.test(character) ? 0.8 : 0.556), 0) * size;
}

function boxOf({ row, column, row_span, column_span }: GridCell, xs: readonly number[], ys: readonly number[]): Corners {
  return [xs[column] ?? 0, ys[row + row_span] ?? 0, xs[column + column_span] ?? 0, ys[row] ?? 0];
}

function sums(start: number, steps: readonly number[]): number[] {
  const places = [start];
  for (const step of steps) places.push((places.at(-1) ?? 0) + step);
  return places;
}
