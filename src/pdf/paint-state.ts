import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../model/page.ts';

export type Matrix = readonly number[];

/** Whether a colour can be seen on a white page. */
export type Ink = 'seen' | 'white' | 'none';

interface Graphics {
  /** Brings the coordinates in use to the page as displayed. */
  matrix: Matrix;
  /** Nothing is seen outside. */
  clip: Box;
  lineWidth: number;
  stroke: Ink;
  fill: Ink;
  /** As the file gives it; empty where it is a pattern. */
  fillColour: string;
  strokeAlpha: number;
  fillAlpha: number;
}

/** Scopes inside each other that are kept apart; more are a fault or an attack. */
const deepest = 1000;
/** Less than this share of a colour is not seen. */
const leastAlpha = 0.02;

/** The part of the graphics state of a PDF (ISO 32000-1, 8.4) that decides where and whether a path is seen. */
export class PaintState {
  #now: Graphics;
  #before: Graphics[] = [];
  #first: Matrix;

  constructor(matrix: Matrix, clip: Box) {
    this.#first = matrix;
    this.#now = { matrix, clip, lineWidth: 1, stroke: 'seen', fill: 'seen', fillColour: '#000000', strokeAlpha: 1, fillAlpha: 1 };
  }

  get matrix(): Matrix {
    return this.#now.matrix;
  }

  get clip(): Box {
    return this.#now.clip;
  }

  get stroke(): Ink {
    return this.#now.strokeAlpha < leastAlpha ? 'none' : this.#now.stroke;
  }

  get fill(): Ink {
    return this.#now.fillAlpha < leastAlpha ? 'none' : this.#now.fill;
  }

  get fillColour(): string {
    return this.#now.fillColour;
  }

  /** Of a stroke, in points of the page. */
  get thickness(): number {
    const [a = 1, b = 0, c = 0, d = 1] = this.#now.matrix;
    return this.#now.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
  }

  step(operator: number, args: unknown[]): void {
    if (operator === OPS.save) this.#save();
    else if (operator === OPS.transform) this.#transform(args);
    else if (operator === OPS.setLineWidth) this.#now.lineWidth = Math.abs(Number(args[0]));
    else if (operator === OPS.setGState) this.#setMany(args[0]);
    else if (operator === OPS.setStrokeRGBColor) this.#now.stroke = inkOf(args[0]);
    else if (operator === OPS.setFillRGBColor) this.#fillWith(args[0]);
    else if (operator === OPS.setStrokeColorN) this.#now.stroke = 'seen';
    else if (operator === OPS.setFillColorN) this.#fillWith('');
    else if (operator === OPS.setStrokeTransparent) this.#now.stroke = 'none';
    else if (operator === OPS.setFillTransparent) this.#now.fill = 'none';
    else this.#open(operator, args);
  }

  restore(): void {
    this.#now = this.#before.pop() ?? this.#now;
  }

  /** Takes a path, as pdf.js packs it, as the border of what is seen from now on. */
  clipTo(points: Float32Array): void {
    this.#clipToBox(boundsOf(placed(points, this.#now.matrix)));
  }

  #save(): void {
    if (this.#before.length < deepest) this.#before.push({ ...this.#now });
  }

  #transform(matrix: unknown): void {
    if (Array.isArray(matrix) && matrix.length === 6) this.#now.matrix = Util.transform([...this.#now.matrix], matrix as number[]) as Matrix;
  }

  #fillWith(colour: unknown): void {
    this.#now.fill = inkOf(colour);
    this.#now.fillColour = typeof colour === 'string' ? colour : '';
  }

  /** Opens a scope of its own for a form, a group or an annotation. */
  #open(operator: number, args: unknown[]): void {
    if (operator === OPS.paintFormXObjectBegin) {
      this.#save();
      this.#transform(args[0]);
      if (Array.isArray(args[1])) this.#clipToBox(boundsOf(corners(args[1] as number[], this.#now.matrix)));
    } else if (operator === OPS.beginGroup) {
      this.#save();
      if ((args[0] as { smask?: unknown } | undefined)?.smask) Object.assign(this.#now, { strokeAlpha: 0, fillAlpha: 0 });
    } else if (operator === OPS.beginAnnotation) {
      this.#save();
      Object.assign(this.#now, { matrix: this.#first, lineWidth: 1, stroke: 'seen', fill: 'seen', strokeAlpha: 1, fillAlpha: 1 });
      this.#transform(args[2]);
      this.#transform(args[3]);
    }
  }

  #setMany(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const [key, value] of entries as [string, unknown][]) {
      if (key === 'LW') this.#now.lineWidth = Math.abs(Number(value));
      else if (key === 'CA') this.#now.strokeAlpha = Number(value);
      else if (key === 'ca') this.#now.fillAlpha = Number(value);
    }
  }

  #clipToBox([x0, y0, x1, y1]: Box): void {
    const [a0, b0, a1, b1] = this.#now.clip;
    this.#now.clip = [Math.max(a0, x0), Math.max(b0, y0), Math.min(a1, x1), Math.min(b1, y1)];
  }
}

/** Each channel at least this: no printer leaves a trace of it. */
const whitest = 0xfa;

/** pdf.js gives colours as `#rrggbb`. */
function inkOf(colour: unknown): Ink {
  const value = typeof colour === 'string' ? parseInt(colour.slice(1), 16) : 0;
  return value >> 16 >= whitest && ((value >> 8) & 255) >= whitest && (value & 255) >= whitest ? 'white' : 'seen';
}

/** What pdf.js writes before the numbers of each step of a path, and how many points follow. */
const pointsOf = [1, 1, 3, 2, 0];

/** The points of a packed path on the page, x and y in turn; those that steer curves stay in. */
function placed(path: Float32Array, matrix: Matrix): number[] {
  const points: number[] = [];
  for (let at = 0; at < path.length;) {
    const count = pointsOf[path[at++]!] ?? 0;
    for (let point = 0; point < count; point++, at += 2) pushPlaced(points, path[at]!, path[at + 1]!, matrix);
  }
  return points;
}

function corners([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[], matrix: Matrix): number[] {
  const points: number[] = [];
  for (const x of [x0, x1]) for (const y of [y0, y1]) pushPlaced(points, x, y, matrix);
  return points;
}

function pushPlaced(points: number[], x: number, y: number, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): void {
  points.push(a * x + c * y + e, b * x + d * y + f);
}

function boundsOf(points: readonly number[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    x0 = Math.min(x0, points[at]!);
    y0 = Math.min(y0, points[at + 1]!);
    x1 = Math.max(x1, points[at]!);
    y1 = Math.max(y1, points[at + 1]!);
  }
  return [x0, y0, x1, y1];
}
