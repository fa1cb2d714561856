import type { Edge } from '../../model/drawing.ts';
import type { Box, Line } from '../../model/page.ts';
import type { Table } from '../../model/table.ts';
import type { InkWord, PageInk } from './page-ink.ts';

/** Clockwise degrees in which text runs, in quarter turns. */
export type Quarter = 0 | 90 | 180 | 270;

interface Size {
  width: number;
  height: number;
}

/** The direction in which most of the words run: a table may be set sideways on an upright page. */
export function mainQuarter(words: readonly InkWord[]): Quarter {
  const counts = new Map<Quarter, number>();
  for (const { angle } of words) counts.set(quarterOf(angle), (counts.get(quarterOf(angle)) ?? 0) + 1);
  return [...counts].reduce<[Quarter, number]>((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
}

export function quarterOf(angle: number): Quarter {
  return (((Math.round(angle / 90) % 4) * 90 + 360) % 360) as Quarter;
}

/** The page turned so that text which ran in this direction is level. */
export function turnInk(ink: PageInk, quarter: Quarter): PageInk {
  if (quarter === 0) return ink;
  const turn = (box: Box): Box => turnBox(box, quarter, ink);
  const sideways = quarter !== 180;
  return {
    ...ink,
    width: sideways ? ink.height : ink.width,
    height: sideways ? ink.width : ink.height,
    words: ink.words.map((word) => ({ ...word, box: turn(word.box), angle: (word.angle - quarter + 360) % 360 })),
    lines: ink.lines.map((line) => turnLine(line, quarter, turn)),
    edges: ink.edges.map((edge) => turnEdge(edge, sideways, turn)),
    fills: ink.fills.map(turn),
    images: ink.images.map(turn),
    strokes: ink.strokes.map(turn),
  };
}

/** A table that was found on a turned page, at its place on the page as it is. */
export function turnBack(table: Table, quarter: Quarter, page: Size): Table {
  if (quarter === 0) return table;
  const turn = (box: Box): Box => turnBoxBack(box, quarter, page);
  return { ...table, bbox: turn(table.bbox), cells: table.cells.map((cell) => ({ ...cell, bbox: turn(cell.bbox) })) };
}

/** A box of a turned page at its place on the page as it is, which has this size. */
export function turnBoxBack(box: Box, quarter: Quarter, { width, height }: Size): Box {
  if (quarter === 0) return box;
  const [x0, y0, x1, y1] = turnBox(box, ((360 - quarter) % 360) as Quarter, quarter === 180 ? { width, height } : { width: height, height: width });
  return [hundredths(x0), hundredths(y0), hundredths(x1), hundredths(y1)];
}

/** Turns a box of a page of this size back by the quarter in which its text runs. */
export function turnBox([x0, y0, x1, y1]: Box, quarter: Quarter, { width, height }: Size): Box {
  if (quarter === 90) return [y0, width - x1, y1, width - x0];
  if (quarter === 270) return [height - y1, x0, height - y0, x1];
  return quarter === 180 ? [width - x1, height - y1, width - x0, height - y0] : [x0, y0, x1, y1];
}

function turnLine({ angle = 0, ...line }: Line, quarter: Quarter, turn: (box: Box) => Box): Line {
  const turned = (angle - quarter + 360) % 360;
  return { ...line, box: turn(line.box), ...(turned !== 0 && { angle: turned }) };
}

function turnEdge(edge: Edge, sideways: boolean, turn: (box: Box) => Box): Edge {
  const { way, at, from, to, thickness } = edge;
  const [x0, y0, x1, y1] = turn(way === 'h' ? [from, at, to, at] : [at, from, at, to]);
  const level = (way === 'h') !== sideways;
  return level ? { way: 'h', at: y0, from: x0, to: x1, thickness } : { way: 'v', at: x0, from: y0, to: y1, thickness };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
