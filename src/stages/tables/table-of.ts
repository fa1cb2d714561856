import type { Table } from '../../model/table.ts';
import type { Candidate } from './candidate.ts';
import { cellText } from './cell-text.ts';
import type { PageInk } from './page-ink.ts';

/** The table that a candidate is, with its texts. */
export function tableOf(candidate: Candidate, ink: PageInk): Table {
  const cells = candidate.cells.map(({ words, box, ...place }) => ({ ...place, text: cellText(words), bbox: box }));
  const rows = Array.from({ length: candidate.ys.length - 1 }, () => Array.from({ length: candidate.xs.length - 1 }, () => ''));
  for (const { row, column, text } of cells) {
    const texts = rows[row];
    if (texts !== undefined) texts[column] = text;
  }
  return { page: ink.page, bbox: candidate.box, method: candidate.method, confidence: candidate.confidence, headers: [], rows, cells };
}
