import type { Box } from '../../model/page.ts';
import type { Table, TableCell } from '../../model/table.ts';
import type { Candidate } from './candidate.ts';
import { cellText } from './cell-text.ts';
import { withoutEdgeRows } from './edge-rows.ts';
import { hasStub, headRows } from './headers.ts';
import type { PageInk } from './page-ink.ts';
import { surroundingsOf } from './surroundings.ts';

/** The table that a candidate is: its texts, its heads, its title and what is said of it around its grid. */
export function tableOf(found: Candidate, ink: PageInk): Table {
  const { candidate, title: inner, notes: innerNotes } = withoutEdgeRows(found);
  const [rows, columns] = [candidate.ys.length - 1, candidate.xs.length - 1];
  const plain = candidate.cells.map(({ words, box, ...place }) => ({ ...place, text: cellText(words), bbox: rounded(box) }));
  const heads = candidate.heads ?? headRows(plain, rows, columns);
  const stub = hasStub(plain, heads);
  const cells = plain
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((cell): TableCell => ({ ...cell, ...(cell.row < heads ? { header: 'column' } : stub && cell.column === 0 && { header: 'row' }) }));
  const { title: outer, notes } = surroundingsOf(found.box, ink.lines);
  const title = inner ?? outer;
  const allNotes = [...innerNotes, ...notes];
  return {
    page: ink.page,
    bbox: rounded(candidate.box),
    method: candidate.method,
    confidence: Math.round(candidate.confidence * 100) / 100,
    ...(title !== undefined && { title }),
    ...(allNotes.length > 0 && { notes: allNotes }),
    ...readable(cells, rows, columns, heads),
    cells,
  };
}

/** The grid as a reader takes it in: one name for each column, and rows of texts. */
export function readable(cells: readonly TableCell[], rows: number, columns: number, heads: number): Pick<Table, 'headers' | 'rows'> {
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  const names = Array.from({ length: columns }, (): string[] => []);
  for (const { row, column, column_span, text } of cells) {
    const texts = grid[row];
    if (texts !== undefined) texts[column] = text;
    // A text over all columns tells none of them from the others.
    if (row < heads && text !== '' && (column_span < columns || columns === 1))
      for (const name of names.slice(column, column + column_span)) name.push(text);
  }
  return { headers: heads === 0 ? [] : names.map((name) => name.join(' ')), rows: grid.slice(heads) };
}

function rounded([x0, y0, x1, y1]: Box): Box {
  return [hundredths(x0), hundredths(y0), hundredths(x1), hundredths(y1)];
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
