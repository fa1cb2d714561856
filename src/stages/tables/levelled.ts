import type { Box } from '../../model/page.ts';
import type { Table } from '../../model/table.ts';
import type { PageInk } from './page-ink.ts';

/** Degrees. Less moves nothing by more than half a line over the width of a page. */
const least = 0.1;

/** The words of a page that was scanned askew, by clockwise degrees, as they would stand were it straight. Boxes keep their size. */
export function levelInk(ink: PageInk, skew: number): PageInk {
  if (Math.abs(skew) < least) return ink;
  return {
    ...ink,
    words: ink.words.map((word) => ({ ...word, box: moved(word.box, skew) })),
    lines: ink.lines.map((line) => ({ ...line, box: moved(line.box, skew) })),
  };
}

/** A table that was found on a page made straight, at its place on the page as it was scanned. */
export function skewBack(table: Table, skew: number): Table {
  if (Math.abs(skew) < least) return table;
  return { ...table, bbox: moved(table.bbox, -skew), cells: table.cells.map((cell) => ({ ...cell, bbox: moved(cell.bbox, -skew) })) };
}

/** Where a point of a page that is turned clockwise by these degrees stands once it is turned back about its top left corner. */
export function levelPoint(x: number, y: number, skew: number): [x: number, y: number] {
  if (Math.abs(skew) < least) return [x, y];
  const [cos, sin] = [Math.cos((skew * Math.PI) / 180), Math.sin((skew * Math.PI) / 180)];
  return [x * cos + y * sin, y * cos - x * sin];
}

function moved([x0, y0, x1, y1]: Box, skew: number): Box {
  const [x, y] = levelPoint((x0 + x1) / 2, (y0 + y1) / 2, skew);
  const [dx, dy] = [x - (x0 + x1) / 2, y - (y0 + y1) / 2];
  return [hundredths(x0 + dx), hundredths(y0 + dy), hundredths(x1 + dx), hundredths(y1 + dy)];
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
