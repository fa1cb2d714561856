import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../model/page.ts';
import type { OpenPdf } from './open.ts';
import { painters, scopeClosers, scopeOpeners } from './operator-kinds.ts';
import { readOperators } from './operators.ts';
import type { PageOperators } from './operators.ts';
import { countFigures, placeBounds } from './outlines.ts';
import type { PdfPage } from './page.ts';
import { PaintState } from './paint-state.ts';
import { TextCursor } from './text-cursor.ts';
import type { ReaderWarnings } from './warnings.ts';

/** What is drawn on a page besides visible text. Costs about as much as reading its text, unless another stage has done so. */
export interface PageGraphics {
  /** Characters shown, and how many of them nobody sees: drawn in an invisible mode, without any colour, or below an image that came later. */
  characters: number;
  hiddenCharacters: number;
  /** How many images are drawn, and where as far as it can be told, in points of the page as displayed. */
  images: number;
  imageBoxes: Box[];
  /** Paths that are stroked or filled. */
  paths: number;
  /** Figures among them that may be letters drawn as outlines, and the boxes that they stand in. */
  figures: number;
  figureBoxes: Box[];
  warnings: ReaderWarnings;
}

/** Walks through the page's drawing operations. */
export async function readPageGraphics(pdf: Pick<OpenPdf, 'document'>, page: PdfPage): Promise<PageGraphics> {
  return graphicsOf(await readOperators(pdf, page), page.getViewport({ scale: 1 }));
}

/** `viewport` brings the coordinates of the file to the page as displayed. */
function graphicsOf({ fnArray, argsArray, warnings }: PageOperators, viewport: Viewport): PageGraphics {
  const images = warnings.filter((said) => said.startsWith(imageLeftOut)).length;
  const walk = new GraphicsWalk(viewport, images > 0);
  fnArray.forEach((operator, at) => walk.step(operator, (argsArray[at] ?? []) as unknown[]));
  walk.step(OPS.restore, []);
  return { ...walk.found, images, warnings: warnings.filter((said) => !said.startsWith(imageLeftOut)) };
}

type Viewport = Pick<ReturnType<PdfPage['getViewport']>, 'transform' | 'width' | 'height'>;

const imageLeftOut = 'Image exceeded';

/** Boxes of figures that are kept; a drawing of more is one anyway. */
const mostFigureBoxes = 5000;

/**
 * Images are left out when the file is opened, undecoded, so that a scope that sets a matrix and then draws nothing is where one
 * would be: the unit square under its matrix.
 */
class GraphicsWalk {
  found: Omit<PageGraphics, 'images' | 'warnings'> = { characters: 0, hiddenCharacters: 0, imageBoxes: [], paths: 0, figures: 0, figureBoxes: [] };
  #state: PaintState;
  #cursor = new TextCursor();
  #hasImages: boolean;
  #page: number;
  #mode = 0;
  #modes: number[] = [];
  #clipping = false;
  /** A matrix was set, and nothing drawn since. */
  #placed = false;
  /** Text that is seen so far: places and numbers of characters. */
  #seen: { x: number; y: number; characters: number }[] = [];

  constructor({ transform, width, height }: Viewport, hasImages: boolean) {
    this.#state = new PaintState(transform, [0, 0, width, height]);
    this.#page = width * height;
    this.#hasImages = hasImages;
  }

  step(operator: number, args: unknown[]): void {
    if (operator === OPS.showText) this.#show(args[0]);
    else if (operator === OPS.constructPath) this.#path(args);
    else if (operator === OPS.setTextRenderingMode) this.#mode = Number(args[0]);
    else if (operator === OPS.clip || operator === OPS.eoClip) this.#clipping = true;
    else if (scopeClosers.has(operator)) this.#leave();
    else {
      if (scopeOpeners.has(operator)) this.#modes.push(this.#mode);
      this.#state.step(operator, args);
      this.#cursor.step(operator, args);
    }
    if (operator === OPS.transform) this.#placed = true;
    else if (painters.has(operator)) this.#placed = false;
  }

  #leave(): void {
    if (this.#placed && this.#hasImages) this.#image();
    this.#placed = false;
    this.#mode = this.#modes.pop() ?? this.#mode;
    this.#state.restore();
  }

  #image(): void {
    const box = within(placeBounds([0, 0, 1, 1], this.#state.matrix), this.#state.clip);
    if (areaOf(box) === 0) return;
    this.found.imageBoxes.push(box);
    if (areaOf(box) >= coveringShare * this.#page) this.#cover(box);
  }

  /** Text below a picture of the page, as some programs lay it there for searching. */
  #cover([x0, y0, x1, y1]: Box): void {
    this.#seen = this.#seen.filter(({ x, y, characters }) => {
      const covered = x >= x0 && x <= x1 && y >= y0 && y <= y1;
      if (covered) this.found.hiddenCharacters += characters;
      return !covered;
    });
  }

  #path([paint, data, bounds]: unknown[]): void {
    const path: unknown = Array.isArray(data) ? data[0] : undefined;
    if (path instanceof Float32Array) {
      if (paint !== OPS.endPath) this.#paint(path, bounds);
      if (this.#clipping) this.#state.clipTo(path);
    } else if (paint !== OPS.endPath) this.found.paths++;
    this.#clipping = false;
  }

  #paint(path: Float32Array, bounds: unknown): void {
    this.found.paths++;
    const figures = countFigures(path);
    if (figures === 0 || !(bounds instanceof Float32Array)) return;
    this.found.figures += figures;
    if (this.found.figureBoxes.length < mostFigureBoxes)
      this.found.figureBoxes.push(within(placeBounds(bounds, this.#state.matrix), this.#state.clip));
  }

  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const characters = glyphs.filter((glyph) => typeof glyph === 'object' && glyph !== null && !(glyph as { isSpace?: boolean }).isSpace).length;
    this.found.characters += characters;
    if (hiddenModes.has(this.#mode) || (this.#mode === 0 && this.#state.fill === 'none')) this.found.hiddenCharacters += characters;
    else if (this.#hasImages) {
      const [x, y] = this.#cursor.at(this.#state.matrix);
      this.#seen.push({ x, y, characters });
    }
  }
}

/** Share of the page from which on an image is a picture of the page. */
const coveringShare = 0.5;

/** Text rendering modes that paint nothing: invisible, and clip only. */
const hiddenModes = new Set([3, 7]);

function within([x0, y0, x1, y1]: Box, [a0, b0, a1, b1]: Box): Box {
  return [Math.max(x0, a0), Math.max(y0, b0), Math.min(x1, a1), Math.min(y1, b1)];
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}
