import type { Edge } from '../model/drawing.ts';
import type { Box } from '../model/page.ts';
import type { PaintState } from './paint-state.ts';

/** What one path adds to the page. */
export interface Shapes {
  edges: Edge[];
  fills: Box[];
  images?: Box[];
  /** Neither level nor upright, and longer than a letter. */
  strokes?: Box[];
  /** Drawn in white: seen only on something shaded. */
  white: boolean;
}

/** Points. Thicker ones are bars and backgrounds. */
const thickestRule = 4;
/** Points that a level line may be off over its length, and as a share of it: the numbers of a file are rounded. */
const slack = 0.35;
const slackShare = 0.01;
/** Points. Marks, bullets and letters drawn as paths are smaller. */
const longestMark = 12;

/** The level and upright straight parts of a path that is stroked. */
export function strokeShapes(path: Float32Array, state: PaintState): Shapes {
  const shapes: Shapes & { strokes: Box[] } = { edges: [], fills: [], strokes: [], white: state.stroke === 'white' };
  if (state.stroke === 'none') return shapes;
  const thickness = state.thickness;
  eachSubpath(path, state.matrix, ({ points, curved, closed }) => {
    const others: number[] = [];
    const last = closed ? points.length : points.length - 2;
    for (let at = 0; at < last; at += 2) {
      const next = (at + 2) % points.length;
      const ends: Box = [points[at]!, points[at + 1]!, points[next]!, points[next + 1]!];
      if (curved.has(at) || !addStroke(shapes, ends, thickness, state.clip)) others.push(...ends);
    }
    if (others.length > 0) addOther(shapes.strokes, boundsOf(others), state.clip);
  });
  return shapes;
}

/** Rectangles that a path fills: thin ones are rules, frames are their sides, others are shading. Other forms are no part of a table. */
export function fillShapes(path: Float32Array, state: PaintState): Shapes {
  const shapes: Shapes & { strokes: Box[] } = { edges: [], fills: [], strokes: [], white: state.fill === 'white' };
  if (state.fill === 'none') return shapes;
  const boxes: Box[] = [];
  eachSubpath(path, state.matrix, (subpath) => {
    const box = rectangleOf(subpath);
    if (box !== undefined) boxes.push(box);
    else addOther(shapes.strokes, boundsOf(subpath.points), state.clip);
  });
  const frame = frameSides(boxes);
  for (const box of frame ?? boxes) addBox(shapes, box, state.clip);
  return shapes;
}

/** Where an image stands. One that is no thicker than a rule is a rule. */
export function unitSquare({ matrix, clip }: PaintState): Shapes {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const shapes: Shapes = { edges: [], fills: [], white: false };
  addBox(shapes, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], clip);
  return { ...shapes, fills: [], images: shapes.fills };
}

interface Subpath {
  /** On the page, x and y in turn; of curves, only their ends. */
  points: number[];
  /** Starts of curved parts, as places in `points`. */
  curved: Set<number>;
  closed: boolean;
}

/** What pdf.js writes before the numbers of each step, and how many numbers follow (`DrawOPS`). */
const stepKinds = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 };
const numbersOf = [2, 2, 6, 4, 0];

function eachSubpath(path: Float32Array, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[], visit: (subpath: Subpath) => void): void {
  let current: Subpath = { points: [], curved: new Set(), closed: false };
  const end = (): void => {
    if (current.points.length >= 4) visit(current);
  };
  for (let at = 0; at < path.length;) {
    const kind = path[at++]!;
    at += numbersOf[kind] ?? 0;
    if (kind === stepKinds.close) {
      current.closed = true;
      continue;
    }
    if (kind === stepKinds.move || current.closed) {
      end();
      current = { points: [], curved: new Set(), closed: false };
    }
    if (kind === stepKinds.curve || kind === stepKinds.quadratic) current.curved.add(Math.max(0, current.points.length - 2));
    const [x, y] = [path[at - 2]!, path[at - 1]!];
    current.points.push(a * x + c * y + e, b * x + d * y + f);
  }
  end();
}

/** Adds a straight stroke when it is level or upright; else says that it is not. */
function addStroke(shapes: Shapes, [x0, y0, x1, y1]: Box, thickness: number, clip: Box): boolean {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  const half = thickness / 2;
  if (height <= slack + slackShare * width && width >= height) {
    const y = (y0 + y1) / 2;
    addBox(shapes, [Math.min(x0, x1), y - half, Math.max(x0, x1), y + half], clip, 'h');
  } else if (width <= slack + slackShare * height) {
    const x = (x0 + x1) / 2;
    addBox(shapes, [x - half, Math.min(y0, y1), x + half, Math.max(y0, y1)], clip, 'v');
  } else return false;
  return true;
}

function addOther(strokes: Box[], [x0, y0, x1, y1]: Box, clip: Box): void {
  const box: Box = [Math.max(x0, clip[0]), Math.max(y0, clip[1]), Math.min(x1, clip[2]), Math.min(y1, clip[3])];
  if (box[2] >= box[0] && box[3] >= box[1] && Math.hypot(box[2] - box[0], box[3] - box[1]) > longestMark) strokes.push(box);
}

/** Adds what is seen of a box. `way` is known of strokes: a stroke may be shorter than thick, as a dot of a dotted rule is. */
function addBox(shapes: Shapes, box: Box, clip: Box, way?: Edge['way']): void {
  const [x0, y0, x1, y1] = [Math.max(box[0], clip[0]), Math.max(box[1], clip[1]), Math.min(box[2], clip[2]), Math.min(box[3], clip[3])];
  const [width, height] = [x1 - x0, y1 - y0];
  if (!(width >= 0 && height >= 0)) return;
  const level = way === 'h' || (way === undefined && width >= height);
  if ((level ? height : width) > thickestRule) shapes.fills.push([x0, y0, x1, y1]);
  else if (level) shapes.edges.push({ way: 'h', at: (y0 + y1) / 2, from: x0, to: x1, thickness: height });
  else shapes.edges.push({ way: 'v', at: (x0 + x1) / 2, from: y0, to: y1, thickness: width });
}

/** The box of a subpath that is one; every corner must lie on it. */
function rectangleOf({ points, curved }: Subpath): Box | undefined {
  if (curved.size > 0 || points.length < 4 || points.length > 12) return undefined;
  const [x0, y0, x1, y1] = boundsOf(points);
  const thin = Math.min(x1 - x0, y1 - y0) <= slack;
  for (let at = 0; at < points.length && !thin; at += 2) {
    const [x, y] = [points[at]!, points[at + 1]!];
    if (Math.min(x - x0, x1 - x) > slack || Math.min(y - y0, y1 - y) > slack) return undefined;
  }
  return thin || points.length >= 8 ? [x0, y0, x1, y1] : undefined;
}

function boundsOf(points: readonly number[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    x0 = Math.min(x0, points[at]!);
    x1 = Math.max(x1, points[at]!);
    y0 = Math.min(y0, points[at + 1]!);
    y1 = Math.max(y1, points[at + 1]!);
  }
  return [x0, y0, x1, y1];
}

/** A frame filled between an outer and an inner rectangle has four thin sides. */
function frameSides(boxes: readonly Box[]): Box[] | undefined {
  const [one, other] = boxes;
  if (boxes.length !== 2 || one === undefined || other === undefined) return undefined;
  const [outer, inner] = one[2] - one[0] >= other[2] - other[0] ? [one, other] : [other, one];
  const [left, top, right, bottom] = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
  if ([left, top, right, bottom].some((side) => side < 0 || side > thickestRule)) return undefined;
  return [
    [outer[0], outer[1], outer[2], inner[1]],
    [outer[0], inner[3], outer[2], outer[3]],
    [outer[0], outer[1], inner[0], outer[3]],
    [inner[2], outer[1], outer[2], outer[3]],
  ];
}
