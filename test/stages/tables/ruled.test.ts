import { describe, expect, it } from 'vitest';
import { drawnPdf, put } from '../../support/drawn-pdf.ts';
import type { DrawnPage } from '../../support/drawn-pdf.ts';
import { tablesOf } from '../../support/read-tables.ts';

const [left, top, width, height] = [60, 100, 90, 20];

type Placed = [x: number, y: number, text: string];

/** Texts in cells of 90 by 20 points, the first one 60 from the left and 100 from the top of a page 800 high. */
function texts(rows: readonly (readonly string[])[]): string {
  return put(
    rows
      .flatMap((row, r) => row.map((text, c): Placed => [left + c * width + 5, 800 - top - r * height - 14, text]))
      .filter(([, , text]) => text !== ''),
  );
}

/** A level rule above row `row`, from column to column; an upright one left of column `column`, from row to row. */
const level = (row: number, from: number, to: number): string =>
  `${left + from * width} ${800 - top - row * height} m ${left + to * width} ${800 - top - row * height} l S`;
const upright = (column: number, from: number, to: number): string =>
  `${left + column * width} ${800 - top - from * height} m ${left + column * width} ${800 - top - to * height} l S`;

function lattice(rows: number, columns: number): string {
  const levels = Array.from({ length: rows + 1 }, (_, row) => level(row, 0, columns));
  return [...levels, ...Array.from({ length: columns + 1 }, (_, column) => upright(column, 0, rows))].join('\n');
}

/** The tables of a page, each as its heads and rows. */
async function read(content: string, terms: Omit<DrawnPage, 'content'> = {}): Promise<string[][][]> {
  const [tables = []] = await tablesOf(drawnPdf([{ content, ...terms }]));
  return tables.map(({ headers, rows }) => [headers, ...rows]);
}

const goods = [
  ['Item', 'Count', 'Price'],
  ['Bolt', '12', '3.50'],
  ['Screw', '7', '1.20'],
  ['Washer', '40', '0.80'],
];

describe('ruled tables', () => {
  it('are read with heads and rows', async () => {
    expect(await read([lattice(4, 3), texts(goods)].join('\n'))).toEqual([goods]);
  });

  it('are read on a page that is turned, and when they are set sideways', async () => {
    expect(await read([lattice(4, 3), texts(goods)].join('\n'), { rotate: 90 })).toEqual([goods]);
    const sideways = `q 0 1 -1 0 700 50 cm ${[lattice(4, 3), texts(goods)].join('\n')} Q`;
    expect(await read(sideways, { media: [0, 0, 800, 800] })).toEqual([goods]);
  });

  it('are read when rules are dotted, doubled, or drawn as short pieces', async () => {
    const dotted = lattice(4, 3).replaceAll(/([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S/g, (_, ...ends: string[]) =>
      pieces(ends.slice(0, 4).map(Number), 3, 2),
    );
    expect(await read([dotted, texts(goods)].join('\n'))).toEqual([goods]);
    expect(await read([lattice(4, 3), `q 1 0 0 1 1.5 1.5 cm ${lattice(4, 3)} Q`, texts(goods)].join('\n'))).toEqual([goods]);
  });

  it('are read without an outer border', async () => {
    const inner = [1, 2, 3].map((row) => level(row, 0, 3)).concat([1, 2].map((column) => upright(column, 0, 4)));
    expect(await read([...inner, texts(goods)].join('\n'))).toEqual([goods]);
  });

  it('keep the cells apart below a head that alone is divided', async () => {
    const rules = [0, 1, 2, 3, 4]
      .map((row) => level(row, 0, 3))
      .concat(
        [0, 3].map((column) => upright(column, 0, 4)),
        [1, 2].map((column) => upright(column, 0, 1)),
      );
    expect(await read([...rules, texts(goods)].join('\n'))).toEqual([goods]);
  });

  it('keep rows apart that no rule divides, when their numbers tell', async () => {
    const rules = [0, 1, 4].map((row) => level(row, 0, 3)).concat([0, 1, 2, 3].map((column) => upright(column, 0, 4)));
    expect(await read([...rules, texts(goods)].join('\n'))).toEqual([goods]);
  });

  it('join the lines of a cell, and leave its numbers as they are', async () => {
    const rules = [0, 1, 3].map((row) => level(row, 0, 2)).concat([0, 1, 2].map((column) => upright(column, 0, 3)));
    const rows = [
      ['Name', 'Amount'],
      ['A name of', '1 234,50'],
      ['two lines', ''],
    ];
    expect(await read([...rules, texts(rows)].join('\n'))).toEqual([
      [
        ['Name', 'Amount'],
        ['A name of two lines', '1 234,50'],
      ],
    ]);
  });

  it('keep heads over several columns, and give each column its full name', async () => {
    const rules = [0, 1, 2, 3, 4]
      .map((row) => level(row, row === 1 ? 1 : 0, 3))
      .concat(
        [0, 1, 3].map((column) => upright(column, 0, 4)),
        [upright(2, 1, 4)],
      );
    const rows = [
      ['', 'Year', ''],
      ['', '2001', '2002'],
      ['North', '1.5', '2.5'],
      ['South', '3.5', '4.5'],
    ];
    const [tables = []] = await tablesOf(drawnPdf([{ content: [...rules, texts(rows)].join('\n') }]));
    expect(tables[0]?.headers).toEqual(['', 'Year 2001', 'Year 2002']);
    expect(tables[0]?.cells.find(({ text }) => text === 'Year')).toMatchObject({ row: 0, column: 1, column_span: 2, header: 'column' });
    expect(tables[0]?.cells.find(({ text }) => text === 'North')).toMatchObject({ row: 2, column: 0, header: 'row' });
  });

  it('take in the names that stand left of boxed numbers', async () => {
    const rules = [0, 1, 2, 3].map((row) => level(row, 1, 3)).concat([1, 2, 3].map((column) => upright(column, 0, 3)));
    expect((await read([...rules, texts(goods.slice(1))].join('\n')))[0]).toEqual([[], ...goods.slice(1)]);
  });

  it('read upright heads from the bottom up', async () => {
    const turned = (column: number, text: string): string =>
      `BT /H 10 Tf 0 1 -1 0 ${left + column * width + 20} ${800 - top - 15} Tm (${text}) Tj ET`;
    const rules = [level(0, 0, 3), level(1, 0, 3), level(2, 0, 3), level(3, 0, 3), ...[0, 1, 2, 3].map((column) => upright(column, 0, 3))];
    const content = [
      ...rules,
      turned(1, 'Up'),
      turned(2, 'Do'),
      texts([
        ['', '', ''],
        ['North', '1.5', '2.5'],
        ['South', '3.5', '4.5'],
      ]),
    ];
    expect((await read(content.join('\n')))[0]?.[0]).toEqual(['', 'Up', 'Do']);
  });
});

describe('what is ruled and no table', () => {
  it('is a frame around text', async () => {
    expect(
      await read([level(0, 0, 3), level(4, 0, 3), upright(0, 0, 4), upright(3, 0, 4), texts([['One line of', 'text that', 'goes on']])].join('\n')),
    ).toEqual([]);
  });

  it('is a grid with next to nothing in it', async () => {
    expect(await read([lattice(8, 4), texts([['A'], [], [], ['', 'B'], [], [], ['', '', 'C']])].join('\n'))).toEqual([]);
  });

  it('is the grid behind the lines of a chart', async () => {
    const curve = `${left} 650 m ${left + 80} 700 l ${left + 200} 640 l ${left + 250} 660 l S`;
    const other = `${left} 660 m ${left + 80} 650 l ${left + 200} 690 l ${left + 250} 640 l S`;
    const labels = texts([['4'], ['3', '', 'North'], ['2', 'South'], ['1']]);
    expect(await read([lattice(4, 3), labels].join('\n'))).toHaveLength(1);
    expect(await read([lattice(4, 3), curve, other, labels].join('\n'))).toEqual([]);
  });
});

describe('what belongs to a table', () => {
  it('is its title, and its sources and remarks', async () => {
    const around = put([
      [60, 720, 'Table 7: Goods in store'],
      [60, 600, 'Source: own count'],
      [60, 588, '* without broken ones'],
      [60, 540, 'The text goes on here and has nothing to do with it.'],
    ]);
    const [[table] = []] = await tablesOf(drawnPdf([{ content: [lattice(4, 3), texts(goods), around].join('\n') }]));
    expect(table?.title).toBe('Table 7: Goods in store');
    expect(table?.notes).toEqual(['Source: own count', '* without broken ones']);
  });

  it('is no row of it, though the grid is drawn around it', async () => {
    const rules = [0, 1, 2, 3, 4, 5]
      .map((row) => level(row, 0, 3))
      .concat(
        [0, 3].map((column) => upright(column, 0, 5)),
        [1, 2].map((column) => upright(column, 1, 4)),
      );
    const rows = [['Exhibit 3 Goods'], ...goods.slice(0, 3), ['Source: own count']];
    const [[table] = []] = await tablesOf(drawnPdf([{ content: [...rules, texts(rows)].join('\n') }]));
    expect([table?.headers, ...(table?.rows ?? [])]).toEqual(goods.slice(0, 3));
    expect(table).toMatchObject({ title: 'Exhibit 3 Goods', notes: ['Source: own count'] });
  });
});

/** A line as pieces of some length with gaps between. */
function pieces([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: number[], piece: number, gap: number): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const at = (along: number): string => `${x0 + ((x1 - x0) * along) / length} ${y0 + ((y1 - y0) * along) / length}`;
  return Array.from({ length: Math.ceil(length / (piece + gap)) }, (_, n) => n * (piece + gap))
    .map((start) => `${at(start)} m ${at(Math.min(length, start + piece))} l S`)
    .join('\n');
}
