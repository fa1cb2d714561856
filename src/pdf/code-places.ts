import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { unionOf } from '../model/box.ts';
import type { Box } from '../model/page.ts';
import { readPageGraphics } from './graphics.ts';
import type { OpenPdf } from './open.ts';
import { readOperators } from './operators.ts';
import { placeBounds } from './outlines.ts';
import type { PdfPage } from './page.ts';
import { PaintState } from './paint-state.ts';
import { scopeClosers } from './operator-kinds.ts';

/** Where on a page a code may be, in points of the page as displayed. */
export interface CodePlaces {
  /** Any image. */
  images: Box[];
  /** What is filled evenly with many small upright rectangles or bars that are drawn one after the other. Modules that are round, and codes set in a font, are not found. */
  drawn: Box[];
}

/** Looks through the drawing operations of a page; nothing is drawn. */
export async function readCodePlaces(pdf: OpenPdf, page: PdfPage): Promise<CodePlaces> {
  const images = pdf.mayShowImages(page) ? (await readPageGraphics(pdf, page)).imageBoxes : [];
  const { fnArray, argsArray } = await readOperators(pdf, page);
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const walk = new MarkWalk(new PaintState(transform, [0, 0, width, height]));
  fnArray.forEach((operator, at) => walk.step(operator, (argsArray[at] ?? []) as unknown[]));
  walk.end();
  return { images, drawn: walk.places };
}

/** Points. Modules of matrix codes and bars are thinner, and bars no longer. */
const thickestMark = 8;
const longestMark = 200;
/** Points that all marks of a code lie in. */
const largestCode = 300;
/** Points. The smallest codes that are printed have sides of 3 mm. */
const smallestCode = 8;
/** The shortest bar codes have as many bars. */
const fewestMarks = 20;
/** Half of a code is dark; rows of a table, dotted lines and scattered points fill less, letters and hatching of all kinds not as evenly. */
const leastDark = 0.2;
const mostDark = 1.2;

/** Collects marks that follow each other. */
class MarkWalk {
  places: Box[] = [];
  #state: PaintState;
  #box: Box = nowhere;
  #marks = 0;
  #area = 0;

  constructor(state: PaintState) {
    this.#state = state;
  }

  step(operator: number, args: unknown[]): void {
    if (operator === OPS.constructPath) this.#path(args);
    else if (operator === OPS.showText) this.end();
    else if (scopeClosers.has(operator)) this.#state.restore();
    else this.#state.step(operator, args);
  }

  /** What was collected is a place, or not. */
  end(): void {
    const [width, height] = [this.#box[2] - this.#box[0], this.#box[3] - this.#box[1]];
    const dark = this.#area / (width * height);
    const isPlace = this.#marks >= fewestMarks && Math.min(width, height) >= smallestCode && dark >= leastDark && dark <= mostDark;
    if (isPlace) this.places.push(this.#box);
    this.#box = nowhere;
    this.#marks = this.#area = 0;
  }

  #path([paint, data]: unknown[]): void {
    const path: unknown = Array.isArray(data) ? data[0] : undefined;
    const [a = 1, b = 0, c = 0, d = 1] = this.#state.matrix;
    if (!(path instanceof Float32Array) || isAslant(a, b) || isAslant(c, d)) return;
    const { fill, fillColour } = this.#state;
    if (filling.has(Number(paint)) && fill === 'seen' && fillColour !== '')
      eachMark(path, (bounds) => this.#mark(placeBounds(bounds, this.#state.matrix)));
    else if (paint === OPS.stroke && this.#state.stroke === 'seen') {
      const half = this.#state.thickness / 2;
      eachMark(path, (bounds, points) => {
        if (points === 2) this.#mark(thickened(placeBounds(bounds, this.#state.matrix), half));
      });
    }
  }

  #mark(box: Box): void {
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    if (Math.min(width, height) > thickestMark || Math.max(width, height) > longestMark) return;
    const joined = unionOf([this.#box, box]);
    if (Math.max(joined[2] - joined[0], joined[3] - joined[1]) > largestCode) {
      this.end();
      this.#box = box;
    } else this.#box = joined;
    this.#marks++;
    this.#area += width * height;
  }
}

const nowhere: Box = [Infinity, Infinity, -Infinity, -Infinity];
const filling = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/** Numbers that follow each step of a path as pdf.js packs it: move, line, curve, quadratic curve, close. */
const numbersOf = [2, 2, 6, 4, 0];

/** Visits the parts of a path that go across, up and down alone, with their bounds and number of points. */
function eachMark(path: Float32Array, visit: (bounds: Box, points: number) => void): void {
  let [x0, y0, x1, y1, points] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  let [x, y] = [0, 0];
  let rectangular = true;
  const end = (): void => {
    if (rectangular && points > 1) visit([x0, y0, x1, y1], points);
    [x0, y0, x1, y1, points, rectangular] = [Infinity, Infinity, -Infinity, -Infinity, 0, true];
  };
  for (let at = 0; at < path.length;) {
    const kind = path[at++]!;
    if (kind === 0) end();
    if (kind < 2) {
      if (kind === 1 && isAslant(path[at]! - x, path[at + 1]! - y)) rectangular = false;
      [x, y] = [path[at]!, path[at + 1]!];
      [x0, y0, x1, y1, points] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y), points + 1];
    } else if (kind < 4) rectangular = false;
    at += numbersOf[kind] ?? 0;
  }
  end();
}

/** Numbers of a file are rounded. */
const slack = 0.02;

function isAslant(dx: number, dy: number): boolean {
  return Math.min(Math.abs(dx), Math.abs(dy)) > slack * Math.max(Math.abs(dx), Math.abs(dy));
}

/** A stroke that runs level or upright, as wide as it is drawn. */
function thickened([x0, y0, x1, y1]: Box, half: number): Box {
  return x1 - x0 >= y1 - y0 ? [x0, y0 - half, x1, y1 + half] : [x0 - half, y0, x1 + half, y1];
}
