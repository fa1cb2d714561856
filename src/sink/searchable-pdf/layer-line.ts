import type { Line, Word } from '../../model/page.ts';

/** A line with those of its words that are to be shown. */
export interface LayerLine {
  line: Line;
  words: Word[];
}
