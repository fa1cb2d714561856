/** `[x0, y0, x1, y1]` in points (1/72 inch) from the top left of the page as displayed, rounded to 0.01. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** How the words of a page were come by. */
export type Method = 'text' | 'ocr' | 'mixed' | 'native' | 'blank';

export interface Word {
  text: string;
  box: Box;
  /** 0–1, only for words that were recognised; never for words that the file states itself. */
  confidence?: number;
}

/** Words on one baseline, in reading direction. */
export interface Line {
  text: string;
  box: Box;
  words: Word[];
  /** Height of the type in points. */
  size: number;
  /** Clockwise degrees in which the line runs; absent means 0. */
  angle?: number;
  bold?: boolean;
  /** Running head or foot: kept in the text, marked here so that later stages can set it aside. */
  furniture?: 'header' | 'footer';
}

/** Why a page was read the way it was, in numbers; OCR is routed by them. */
export interface Route {
  reasons: string[];
  metrics: Record<string, number>;
}

/** A bar code or a matrix code on a page. */
export interface Barcode {
  /** As zxing names it: `QRCode`, `Code128`. */
  format: string;
  text: string;
  box: Box;
}

export interface Page {
  /** Counts from 1. */
  page: number;
  /** Points, as displayed (after rotation and crop). */
  width: number;
  height: number;
  rotation: number;
  method: Method;
  route?: Route;
  /** Reading order; words hyphenated at line ends are joined. */
  text: string;
  /** Reading order, as `text`. */
  lines: Line[];
  confidence?: number;
  barcodes?: Barcode[];
}
