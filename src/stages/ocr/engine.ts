import type { Raster } from '../../image/raster.ts';

/** `[x0, y0, x1, y1]` in pixels of the raster that was read, from its top left. */
export type PixelBox = readonly [x0: number, y0: number, x1: number, y1: number];

export interface ReadWord {
  text: string;
  box: PixelBox;
  /** 0–1. */
  confidence: number;
}

/** Words on one baseline, in reading direction. */
export interface ReadLine {
  words: ReadWord[];
  /** Lines of one block, as the engine saw it, have one number and follow each other. */
  block: number;
}

/** How an engine is to see the picture: find its parts by itself, take it as one block of lines, or as one line of digits and the marks between them. */
export type Segmentation = 'page' | 'block' | 'digits';

/** What `digits` may find. */
export const digitsAndMarks = '0123456789-/.';

export interface ReadOptions {
  /** Codes as in `eng`, the commonest first. */
  languages: readonly string[];
  segmentation: Segmentation;
}

/**
 * What recognises text. The raster has one channel and is upright and straight; dark text on light.
 * Lines come in reading order. Throws `ocr.language-missing` or `ocr.engine-failed`.
 */
export interface OcrEngine {
  /** Whether it can be asked for digits alone, and at little cost for a small picture. */
  readonly readsDigits: boolean;
  recognise(raster: Raster, options: ReadOptions): Promise<ReadLine[]>;
}
