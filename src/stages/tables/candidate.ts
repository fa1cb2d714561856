import type { Box } from '../../model/page.ts';
import type { TableMethod } from '../../model/table.ts';
import type { InkWord } from './page-ink.ts';

/** A cell of a candidate. Every place of the grid is covered by at most one. */
export interface CandidateCell {
  row: number;
  column: number;
  row_span: number;
  column_span: number;
  box: Box;
  /** In any order. */
  words: InkWord[];
}

/** A grid that may be a table. */
export interface Candidate {
  method: TableMethod;
  /** The name of the rule that found it. */
  rule: string;
  box: Box;
  /** Boundaries of the columns and of the rows, ascending: one more than there are columns and rows. */
  xs: number[];
  ys: number[];
  /** In row and column order. */
  cells: CandidateCell[];
  /** 0–1: how well its words fit the grid. */
  confidence: number;
  /** How many of the first rows name the columns, when the finder knows. */
  heads?: number;
}

/** Tells a person what was accepted or refused, by which rule. */
export type Tell = (box: Box, accepted: boolean, rule: string, detail?: string) => void;
