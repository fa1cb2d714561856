import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table, TableCell } from '../../../src/model/table.ts';
import { render } from '../../../src/sink/csv/render.ts';
import { documentOf } from '../../support/made-document.ts';
import { parseCsv } from '../../support/parse-csv.ts';

type Config = Parameters<typeof render>[0]['config'];

const plain: Config = { folder: '', delimiter: 'comma', bom: false, defuse: true };

function filesOf(tables: readonly Table[], config: Partial<Config> = {}): Record<string, string> {
  const file = { path: '/in/a.pdf', filename: 'a.pdf', sha256: 'cafe', bytes: 3, passwords: [] };
  const files = render({ file, pipeline: { name: 'p', fingerprint: 'f' }, config: { ...plain, ...config }, document: documentOf({ tables }) });
  return Object.fromEntries((files as { name: string; content: string }[]).map(({ name, content }) => [name, content]));
}

function tableOf(rows: readonly (readonly string[])[], spans: Partial<TableCell>[] = []): Table {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column): TableCell => ({ row, column, row_span: 1, column_span: 1, text, bbox: [0, 0, 1, 1] })),
  );
  const spanned = cells.map((cell) => ({ ...cell, ...spans.find(({ row, column }) => row === cell.row && column === cell.column) }));
  return { page: 1, bbox: [0, 0, 1, 1], method: 'lattice', confidence: 1, headers: [], rows: [], cells: spanned };
}

describe('the CSV files', () => {
  it('are one for each table, numbered in reading order, by RFC 4180', () => {
    expect(
      filesOf([
        tableOf([
          ['Item', 'Said'],
          ['Bolt, short', 'a "b"'],
        ]),
        tableOf([['x']]),
      ]),
    ).toEqual({
      'table-1.csv': 'Item,Said\r\n"Bolt, short","a ""b"""\r\n',
      'table-2.csv': 'x\r\n',
    });
    expect(filesOf([])).toEqual({});
  });

  it('have the text of a cell that spans others once, and every row all columns', () => {
    const table = tableOf(
      [
        ['Year', '2026'],
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
      [{ row: 0, column: 1, column_span: 2 }],
    );
    expect(filesOf([table])['table-1.csv']).toBe('Year,2026,\r\na,b,c\r\nd,e,f\r\n');
  });

  it('have the delimiter and the byte order mark that are asked for', () => {
    const table = tableOf([['a;b', 'c\td', 'ü']]);
    expect(filesOf([table], { delimiter: 'semicolon', bom: true })['table-1.csv']).toBe('\ufeff"a;b";"c\td";ü\r\n');
    expect(filesOf([table], { delimiter: 'tab' })['table-1.csv']).toBe('"a;b"\t"c\td"\tü\r\n');
  });

  it.each([
    '=1+1',
    '=HYPERLINK("http://x")',
    "-2+3+cmd|' /C calc'!A0",
    '+A1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '"=1',
    '＝1',
    '＋A1',
    '＠SUM(A1)',
    '\u200b=1',
    '- see note',
    '-A1',
    '+1 ABCD',
  ])('defuse %j', (text) => {
    expect(parseCsv(filesOf([tableOf([[text]])])['table-1.csv'] ?? '')).toEqual([[`'${text}`]]);
    expect(parseCsv(filesOf([tableOf([[text]])], { defuse: false })['table-1.csv'] ?? '')).toEqual([[text]]);
  });

  it.each([
    '-12.50',
    '+49 30 1234-567',
    '+49 (0)30/123',
    '-',
    '--',
    '-12,50 €',
    '-$5',
    '-1.234,00 EUR',
    '- 5 %',
    '+3',
    '-1.5*',
    'a=b',
    "'=1",
    'x@y.example',
    '–',
  ])('leave %j as it is', (text) => {
    expect(parseCsv(filesOf([tableOf([[text]])])['table-1.csv'] ?? '')).toEqual([[text]]);
  });

  // A cell of `a;=cmd` was a formula where the spreadsheet splits at semicolons.
  it('give back every text, with nothing that a spreadsheet could run, whatever the cells hold', () => {
    const texts = fc.array(fc.constantFrom('=', '+', '-', '@', '"', ',', ';', '\t', '\r', '\n', ' ', "'", '|', '1', 'a', 'ß', '🙂', '＝'), {
      maxLength: 8,
    });
    const grid = fc.integer({ min: 1, max: 4 }).chain((columns) =>
      fc.array(
        fc.array(
          texts.map((parts) => parts.join('')),
          { minLength: columns, maxLength: columns },
        ),
        { minLength: 1, maxLength: 4 },
      ),
    );
    fc.assert(
      fc.property(grid, fc.constantFrom('comma', 'semicolon', 'tab'), (rows, delimiter) => {
        const content = filesOf([tableOf(rows)], { delimiter })['table-1.csv'] ?? '';
        const read = parseCsv(content, { comma: ',', semicolon: ';', tab: '\t' }[delimiter]);
        expect(read.map((row, y) => row.map((text, x) => (text === `'${rows[y]?.[x] ?? ''}` ? text.slice(1) : text)))).toEqual(rows);
        for (const text of read.flat()) expect(text).not.toMatch(/^[\s"]*[=@＝]/);
      }),
    );
  });
});
