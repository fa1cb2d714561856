import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Drawing, Edge } from '../model/drawing.ts';
import type { Box } from '../model/page.ts';
import type { OpenPdf } from './open.ts';
import { painters, scopeClosers } from './operator-kinds.ts';
import { readOperators } from './operators.ts';
import type { PageOperators } from './operators.ts';
import type { PdfPage } from './page.ts';
import { PaintState } from './paint-state.ts';
import { fillShapes, strokeShapes, unitSquare } from './path-shapes.ts';
import type { Shapes } from './path-shapes.ts';

/** More edges than this are a drawing or a map; looking at all of them would take seconds. */
const mostEdges = 60_000;

/** More make no more of a figure. */
const mostStrokes = 5000;
/** Points. */
const touching = 1;
/** Shaded rectangles that the next one is compared with: those of a cell follow each other. */
const remembered = 16;

/** Reads the rules, shaded rectangles and places of images of a page. What nobody sees is left out: clipped away, transparent, white on white. */
export async function readDrawing(pdf: Pick<OpenPdf, 'document'>, page: PdfPage): Promise<Drawing> {
  return drawingOf(await readOperators(pdf, page), page.getViewport({ scale: 1 }));
}

/** Walks through the operations of a page. `viewport` brings the coordinates of the file to the page as displayed. */
function drawingOf({ fnArray, argsArray, warnings }: PageOperators, viewport: Pick<Viewport, 'transform' | 'width' | 'height'>): Drawing {
  const walk = new DrawingWalk(new PaintState(viewport.transform, [0, 0, viewport.width, viewport.height]));
  walk.hasImages = warnings.some((said) => said.startsWith('Image exceeded'));
  fnArray.forEach((operator, at) => walk.step(operator, (argsArray[at] ?? []) as unknown[]));
  walk.step(OPS.restore, []);
  return walk.drawing;
}

type Viewport = ReturnType<PdfPage['getViewport']>;

/**
 * Images are left out when the file is opened, undecoded, so that a scope that sets a matrix and then draws nothing is where one
 * would be: the unit square under its matrix.
 */
class DrawingWalk {
  drawing: Drawing = { edges: [], fills: [], images: [], strokes: [], ignored: 0 };
  hasImages = false;
  #state: PaintState;
  /** A matrix was set, and nothing drawn since. */
  #placed = false;
  #clipping = false;
  #shaded: { box: Box; colour: string }[] = [];

  constructor(state: PaintState) {
    this.#state = state;
  }

  step(operator: number, args: unknown[]): void {
    if (operator === OPS.constructPath) this.#path(args);
    else if (operator === OPS.clip || operator === OPS.eoClip) this.#clipping = true;
    else if (imageOperators.has(operator)) this.#addShapes(unitSquare(this.#state));
    else if (scopeClosers.has(operator)) this.#leave();
    else this.#state.step(operator, args);
    if (operator === OPS.transform) this.#placed = true;
    else if (painters.has(operator) || imageOperators.has(operator)) this.#placed = false;
  }

  #leave(): void {
    if (this.#placed && this.hasImages) this.#addShapes(unitSquare(this.#state));
    this.#placed = false;
    this.#state.restore();
  }

  #path([paint, data]: unknown[]): void {
    const points: unknown = Array.isArray(data) ? data[0] : undefined;
    if (points instanceof Float32Array) {
      if (this.drawing.edges.length > mostEdges) this.drawing.ignored++;
      else this.#paint(Number(paint), points);
      if (this.#clipping) this.#state.clipTo(points);
    }
    this.#clipping = false;
  }

  #paint(paint: number, points: Float32Array): void {
    if (filling.has(paint)) this.#addShapes(fillShapes(points, this.#state));
    if (stroking.has(paint)) this.#addShapes(strokeShapes(points, this.#state));
  }

  /** Programs shade a cell, and again each line of text in it: shading that adds nothing, or goes on below its like, is one. */
  #shade(fill: Box): void {
    const colour = this.#state.fillColour;
    for (const last of this.#shaded) {
      if (last.colour !== colour || fill[0] < last.box[0] - touching || fill[2] > last.box[2] + touching) continue;
      if (fill[1] >= last.box[1] - touching && fill[3] <= last.box[3] + touching) return;
    }
    this.drawing.fills.push(fill);
    this.#shaded.push({ box: fill, colour });
    if (this.#shaded.length > remembered) this.#shaded.shift();
  }

  #addShapes({ edges, fills, images = [], strokes = [], white }: Shapes): void {
    const seen = white ? edges.filter((edge) => this.drawing.fills.some((fill) => crosses(edge, fill))) : edges;
    for (const edge of seen) this.drawing.edges.push(edge);
    if (!white) for (const fill of fills) this.#shade(fill);
    this.drawing.images.push(...images);
    if (!white && this.drawing.strokes.length < mostStrokes) this.drawing.strokes.push(...strokes);
  }
}

/** A white rule is seen where it parts something shaded. */
function crosses({ way, at, from, to, thickness }: Edge, [x0, y0, x1, y1]: Box): boolean {
  const [low, high, start, end] = way === 'h' ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  const near = touching + thickness / 2;
  return at >= low - near && at <= high + near && Math.min(to, end) - Math.max(from, start) >= 0.5 * (to - from);
}

const filling = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const stroking = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const imageOperators = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject, OPS.paintSolidColorImageMask]);
