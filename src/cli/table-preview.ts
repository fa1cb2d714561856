import { counted } from '../report/counted.ts';
import { oneLine } from '../report/progress-line.ts';

/** Rows and columns that are shown; more are only counted. */
const mostRows = 8;
const mostColumns = 12;

/** Characters that a column keeps however narrow the terminal is. */
const leastWidth = 4;

/** The beginning of a table, in columns that fit a terminal of `width` characters. */
export function tablePreview(headers: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  const shown = [headers, ...rows.slice(0, mostRows)].filter((row) => row.length > 0).map((row) => row.slice(0, mostColumns));
  const count = Math.max(0, ...shown.map((row) => row.length));
  const widths = columnWidths(shown, count, width - 3 * (count - 1));
  const line = (row: readonly string[]): string =>
    widths
      .map((most, column) => fitted(row[column] ?? '', most))
      .join(' | ')
      .trimEnd();
  const [head, ...body] = shown.map(line);
  const ruled = headers.length === 0 || head === undefined ? [] : [widths.map((most) => '-'.repeat(most)).join('-+-')];
  const columns = Math.max(headers.length, rows[0]?.length ?? 0);
  const more = [
    ...(rows.length > mostRows ? [counted(rows.length - mostRows, 'more row')] : []),
    ...(columns > mostColumns ? [counted(columns - mostColumns, 'more column')] : []),
  ];
  return [...(head === undefined ? [] : [head]), ...ruled, ...body, ...(more.length > 0 ? [`… ${more.join(', ')}`] : [])];
}

/** What every column needs, the widest ones narrowed until all fit. */
function columnWidths(rows: readonly (readonly string[])[], count: number, room: number): number[] {
  const widths = Array.from({ length: count }, (_, column) => Math.max(1, ...rows.map((row) => (row[column] ?? '').length)));
  for (let over = sum(widths) - room; over > 0; over--) {
    const widest = Math.max(...widths);
    if (widest <= leastWidth) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function fitted(text: string, width: number): string {
  return oneLine(text, width).padEnd(width);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
