import type { Box } from './page.ts';

export interface Cell {
  row: number;
  column: number;
  row_span: number;
  column_span: number;
  text: string;
  bbox: Box;
}

export interface Table {
  page: number;
  bbox: Box;
  method: string;
  title?: string;
  headers: string[];
  rows: string[][];
  cells: Cell[];
}
