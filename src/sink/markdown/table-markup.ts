import type { Table, TableCell } from '../../model/table.ts';
import { escapeCell, escapeHtml, escapeLine } from './escape.ts';

/** A table with its title above it and its notes below. */
export function tableMarkup(table: Table, form: 'auto' | 'pipe' | 'html'): string {
  const spans = table.cells.some((cell) => cell.row_span > 1 || cell.column_span > 1);
  const body = form === 'html' || (form === 'auto' && spans) ? htmlTable(table) : pipeTable(table);
  const title = table.title === undefined ? [] : [`**${escapeLine(table.title)}**`];
  return [...title, body, ...(table.notes ?? []).map(escapeLine)].join('\n\n');
}

/** GitHub's form knows one header row, and must have it. */
function pipeTable({ headers, rows }: Table): string {
  const columns = Math.max(headers.length, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, at) => escapeCell(withoutLeader(cells[at] ?? ''))).join(' | ')} |`;
  return [line(headers), `|${' --- |'.repeat(columns)}`, ...rows.map(line)].join('\n');
}

/** Without an empty line, which would end the HTML. A row that is covered by cells from above has none of its own. */
function htmlTable({ cells }: Table): string {
  const rows = Map.groupBy(cells, (cell) => cell.row);
  const height = Math.max(0, ...cells.map(({ row, row_span }) => row + row_span));
  const lines = Array.from({ length: height }, (_, at) => `<tr>${(rows.get(at) ?? []).map(htmlCell).join('')}</tr>`);
  return ['<table>', ...lines, '</table>'].join('\n');
}

function htmlCell({ text, row_span: rows, column_span: columns, header }: TableCell): string {
  const tag = header === undefined ? 'td' : 'th';
  const spans = `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`;
  return `<${tag}${spans}>${escapeHtml(withoutLeader(text))}</${tag}>`;
}

/** Dots that lead the eye to the next cell have nothing to lead over here. */
function withoutLeader(text: string): string {
  return text.replace(/(?:\s?[.…·_]){4,}$/, '');
}
