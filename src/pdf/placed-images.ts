import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../model/page.ts';
import type { PageOperators } from './operators.ts';
import type { PdfPage } from './page.ts';
import { PaintState } from './paint-state.ts';
import type { Matrix } from './paint-state.ts';

/** An image where a page draws it. */
export interface PlacedImage {
  /** Brings the unit square, whose upper side is the first row of the image, to points of the page as displayed. */
  matrix: Matrix;
  /** Nothing of it is seen outside. */
  clip: Box;
  /** Pixels. */
  width: number;
  height: number;
  /** The decoded image, or the name that pdf.js keeps it under. */
  pixels: string | DecodedPixels;
  /** A stencil is painted in this colour where its bits are 0; empty where that is no plain colour. */
  stencil?: string;
}

/** An image as pdf.js decodes it in Node. */
export interface DecodedPixels {
  width: number;
  height: number;
  /** 1: a bit a pixel, rows of whole bytes, 0 is black; 2: red, green, blue; 3: with alpha. Stencils have none, and a bit a pixel. */
  kind?: 1 | 2 | 3;
  data: Uint8Array | Uint8ClampedArray;
}

export interface PlacedImages {
  images: PlacedImage[];
  /** Nothing else is seen on the page, so that the images are the page. */
  alone: boolean;
}

/** Finds the images among the drawing operations of a document that was opened for rendering. */
export function placedImages({ fnArray, argsArray }: Omit<PageOperators, 'warnings'>, viewport: Viewport): PlacedImages {
  const walk = new ImageWalk(viewport);
  fnArray.forEach((operator, at) => walk.step(operator, (argsArray[at] ?? []) as unknown[]));
  return { images: walk.images, alone: walk.alone };
}

type Viewport = Pick<ReturnType<PdfPage['getViewport']>, 'transform' | 'width' | 'height'>;

class ImageWalk {
  images: PlacedImage[] = [];
  alone = true;
  #state: PaintState;
  #mode = 0;
  #modes: number[] = [];
  #clipping = false;

  constructor({ transform, width, height }: Viewport) {
    this.#state = new PaintState(transform, [0, 0, width, height]);
  }

  step(operator: number, args: unknown[]): void {
    if (closers.has(operator)) this.#leave();
    else if (operator === OPS.setTextRenderingMode) this.#mode = Number(args[0]);
    else if (operator === OPS.clip || operator === OPS.eoClip) this.#clipping = true;
    else if (operator === OPS.constructPath) this.#path(args);
    else if (operator === OPS.paintImageXObject) this.#image({ pixels: String(args[0]), width: Number(args[1]), height: Number(args[2]) });
    else if (operator === OPS.paintImageMaskXObject) this.#stencil(args[0] as StencilArgument);
    else if (operator === OPS.paintInlineImageXObject) this.#inline(args[0] as DecodedPixels);
    else {
      if (openers.has(operator)) this.#modes.push(this.#mode);
      this.#state.step(operator, args);
      if (this.#shows(operator, args)) this.alone = false;
    }
  }

  #leave(): void {
    this.#mode = this.#modes.pop() ?? this.#mode;
    this.#state.restore();
  }

  #path([paint, data]: unknown[]): void {
    const path: unknown = Array.isArray(data) ? data[0] : undefined;
    if (paint !== OPS.endPath && !this.#paintsGround(paint)) this.alone = false;
    if (this.#clipping && path instanceof Float32Array) this.#state.clipTo(path);
    // What is left of a path that is no rectangle is not known here.
    if (this.#clipping && !isRectangle(path)) this.alone = false;
    this.#clipping = false;
  }

  /** White on the white page, before anything stands on it. */
  #paintsGround(paint: unknown): boolean {
    return this.images.length === 0 && (paint === OPS.fill || paint === OPS.eoFill) && this.#state.fill !== 'seen';
  }

  #image(image: Pick<PlacedImage, 'pixels' | 'width' | 'height' | 'stencil'>): void {
    this.images.push({ ...image, matrix: this.#state.matrix, clip: this.#state.clip });
  }

  #inline(pixels: DecodedPixels): void {
    this.#image({ pixels, width: pixels.width, height: pixels.height });
  }

  #stencil(argument: StencilArgument): void {
    const { data, width, height } = argument;
    const pixels = typeof data === 'string' ? data : { width, height, data };
    this.#image({ pixels, width, height, stencil: this.#state.fillColour });
  }

  #shows(operator: number, args: readonly unknown[]): boolean {
    if (operator === OPS.showText) return !hiddenModes.has(this.#mode);
    if (operator === OPS.setGState) return !(args[0] as [string, unknown][]).every(isHarmless);
    if (operator === OPS.beginMarkedContentProps) return args[0] === 'OC';
    return !silent.has(operator);
  }
}

interface StencilArgument {
  width: number;
  height: number;
  data: string | Uint8Array;
}

/** As pdf.js packs one: a step to a corner, three lines, the way back. */
function isRectangle(path: unknown): boolean {
  return path instanceof Float32Array && path.length === 13 && path.every((value, at) => at % 3 !== 0 || value === rectangleSteps[at / 3]);
}

const rectangleSteps = [0, 1, 1, 1, 4];

/** Entries of a graphics state that leave images as they are. */
function isHarmless([key, value]: [string, unknown]): boolean {
  if (key === 'CA' || key === 'ca') return value === 1;
  if (key === 'BM') return value === 'source-over';
  if (key === 'SMask') return value === false;
  return key !== 'TR';
}

/** Text rendering modes that paint nothing: invisible, and clip only. */
const hiddenModes = new Set([3, 7]);

const openers = new Set<number>([OPS.save, OPS.paintFormXObjectBegin]);
const closers = new Set<number>([OPS.restore, OPS.paintFormXObjectEnd]);

/** Operations after which a page looks as before. */
const silent = new Set<number>([
  OPS.dependency,
  OPS.save,
  OPS.transform,
  OPS.paintFormXObjectBegin,
  OPS.setLineWidth,
  OPS.setLineCap,
  OPS.setLineJoin,
  OPS.setMiterLimit,
  OPS.setDash,
  OPS.setRenderingIntent,
  OPS.setFlatness,
  OPS.beginText,
  OPS.endText,
  OPS.setCharSpacing,
  OPS.setWordSpacing,
  OPS.setHScale,
  OPS.setLeading,
  OPS.setFont,
  OPS.setTextRise,
  OPS.moveText,
  OPS.setLeadingMoveText,
  OPS.setTextMatrix,
  OPS.nextLine,
  OPS.setStrokeRGBColor,
  OPS.setFillRGBColor,
  OPS.setStrokeColorN,
  OPS.setFillColorN,
  OPS.markPoint,
  OPS.markPointProps,
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
  OPS.endMarkedContent,
]);
