import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { hearWarnings } from './warnings.ts';
import type { ReaderWarnings } from './warnings.ts';

/** What is drawn on a page besides visible text. Costs about as much as reading its text. */
export interface PageGraphics {
  /** Characters shown, and how many of them in a mode that nobody sees. */
  characters: number;
  hiddenCharacters: number;
  images: number;
  /** Share of the page under images, at most 1. */
  imageCover: number;
  /** Paths that are stroked or filled. */
  paths: number;
  warnings: ReaderWarnings;
}

type Matrix = number[];

/** Walks through the page's drawing operations and counts. */
export async function readPageGraphics(page: PDFPageProxy): Promise<PageGraphics> {
  const { value: operators, warnings } = await hearWarnings(() => page.getOperatorList());
  const viewport = page.getViewport({ scale: 1 });
  const walk = new Walk(viewport.transform);
  operators.fnArray.forEach((operator, at) => walk.step(operator, (operators.argsArray[at] ?? []) as unknown[]));
  walk.step(OPS.restore, []);
  const area = viewport.width * viewport.height;
  const images = warnings.filter((said) => said.startsWith('Image exceeded')).length;
  return {
    characters: walk.characters,
    hiddenCharacters: walk.hiddenCharacters,
    images,
    imageCover: images === 0 || area === 0 ? 0 : Math.min(1, walk.emptyScopes.reduce((sum, box) => sum + clippedArea(box, viewport), 0) / area),
    paths: walk.paths,
    warnings: warnings.filter((said) => !said.startsWith('Image exceeded')),
  };
}

/**
 * Images are left out when the file is opened, undecoded, so that a scope that sets a matrix and then draws nothing is where one
 * would be: the unit square under its matrix.
 */
class Walk {
  characters = 0;
  hiddenCharacters = 0;
  paths = 0;
  emptyScopes: Matrix[] = [];
  #matrix: Matrix;
  #mode = 0;
  #set = false;
  #stack: { matrix: Matrix; mode: number }[] = [];

  constructor(matrix: Matrix) {
    this.#matrix = matrix;
  }

  step(operator: number, args: unknown[]): void {
    if (operator === OPS.save) this.#stack.push({ matrix: this.#matrix, mode: this.#mode });
    else if (operator === OPS.transform) this.#transform(args as Matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) this.#leave();
    else if (operator === OPS.paintFormXObjectBegin) this.#enter(args[0]);
    else if (operator === OPS.setTextRenderingMode) this.#mode = Number(args[0]);
    else if (operator === OPS.showText) this.#show(args[0]);
    else if (operator === OPS.constructPath && args[0] !== OPS.endPath) this.paths++;
    if (painting.has(operator)) this.#set = false;
  }

  #transform(matrix: Matrix): void {
    this.#matrix = Util.transform(this.#matrix, matrix) as Matrix;
    this.#set = true;
  }

  #enter(matrix: unknown): void {
    this.#stack.push({ matrix: this.#matrix, mode: this.#mode });
    if (Array.isArray(matrix)) this.#matrix = Util.transform(this.#matrix, matrix as Matrix) as Matrix;
    this.#set = false;
  }

  #leave(): void {
    if (this.#set) this.emptyScopes.push(this.#matrix);
    this.#set = false;
    const before = this.#stack.pop();
    if (before !== undefined) ({ matrix: this.#matrix, mode: this.#mode } = before);
  }

  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const shown = glyphs.filter((glyph) => typeof glyph === 'object' && glyph !== null && !(glyph as { isSpace?: boolean }).isSpace).length;
    this.characters += shown;
    if (this.#mode === 3 || this.#mode === 7) this.hiddenCharacters += shown;
  }
}

const painting = new Set<number>([OPS.constructPath, OPS.showText, OPS.shadingFill, OPS.paintFormXObjectEnd, OPS.beginAnnotation]);

function clippedArea([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix, { width, height }: { width: number; height: number }): number {
  const xs = [e, e + a, e + c, e + a + c].map((x) => Math.min(Math.max(x, 0), width));
  const ys = [f, f + b, f + d, f + b + d].map((y) => Math.min(Math.max(y, 0), height));
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}
