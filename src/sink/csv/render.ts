import { stringify } from 'csv-stringify/sync';
import type { SinkRender } from '../../model/sink.ts';
import type { ConfigOf } from '../../model/stage.ts';
import type { Table } from '../../model/table.ts';
import { defused } from './formula.ts';
import type { spec } from './spec.ts';

const delimiters = { comma: ',', semicolon: ';', tab: '\t' };

/** One file a table, numbered as in `tables` of the result, by RFC 4180: lines end with CR LF, quotes within quotes are doubled. */
export const render: SinkRender<ConfigOf<typeof spec>> = ({ document, config: { delimiter, bom, defuse } }) => {
  const options = {
    bom,
    delimiter: delimiters[delimiter],
    record_delimiter: 'windows' as const,
    quote_record_delimiter: true,
    // A spreadsheet may split at another sign than was meant, and find a formula behind it.
    quoted_match: /[,;\t]/,
  };
  return document.tables.map((table, index) => {
    const rows = gridOf(table);
    const content = stringify(defuse ? rows.map((row) => row.map(defused)) : rows, options);
    return { name: `table-${index + 1}.csv`, content };
  });
};

/** Every row with all of its columns, header rows included. A cell that spans others has its text in the first of them. */
function gridOf({ cells }: Table): string[][] {
  const rows = Math.max(0, ...cells.map(({ row, row_span }) => row + row_span));
  const columns = Math.max(0, ...cells.map(({ column, column_span }) => column + column_span));
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const { row, column, text } of cells) grid[row]?.splice(column, 1, text);
  return grid;
}
