import type { Box } from './page.ts';

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
  /** Pieces as they are drawn: a rule may come as many, or twice. */
  edges: Edge[];
  /** Shaded rectangles. */
  fills: Box[];
  images: Box[];
  /** Strokes that are curved or aslant, and filled forms that are no rectangles, when they are longer than a letter: what charts and figures are drawn with. */
  strokes: Box[];
  /** Drawn paths that were not looked at, because the page has too many. */
  ignored: number;
}
