import type { Box } from './page.ts';

/** How a table was found: `lattice` by its rules, `stream` by the alignment of its words. */
export type TableMethod = 'lattice' | 'stream';

export interface TableCell {
  /** From 0; row 0 is on top, header rows included. */
  row: number;
  column: number;
  row_span: number;
  column_span: number;
  /** Reading order, its lines joined by a space. */
  text: string;
  bbox: Box;
  /** Only where it is not the page of the table. */
  page?: number;
  /** Names a column, or (`row`) the row that it starts. */
  header?: 'column' | 'row';
}

/** A table as a reader takes it in: one grid, wherever its parts stand. */
export interface Table {
  /** Where it starts, from 1. */
  page: number;
  /** All pages that it stands on, when there are several. */
  pages?: number[];
  /** On its first page, in points. */
  bbox: Box;
  method: TableMethod;
  /** 0–1: how well its words fit the grid. */
  confidence: number;
  title?: string;
  /** Lines that belong to the table and to none of its rows: units, sources, footnotes. */
  notes?: string[];
  /** One text for each column; header rows above each other are joined by a space. Empty when no row names the columns. */
  headers: string[];
  /** The rows below the headers, each as long as `headers` would be; the places that a spanning cell covers besides its first are empty. */
  rows: string[][];
  /** Header rows included, in row and column order. */
  cells: TableCell[];
}
