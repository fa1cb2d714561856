import type { Drawing } from '../../src/model/drawing.ts';
import type { Line, Page, Word } from '../../src/model/page.ts';
import type { TableCell } from '../../src/model/table.ts';
import { capital, MadeUpWords } from './made-up-words.ts';
import type { CellKind } from './made-up-words.ts';
import { seededRandom } from './random.ts';

export type GridRules = 'all' | 'horizontal' | 'none' | 'zebra';
export type GridCell = Pick<TableCell, 'row' | 'column' | 'row_span' | 'column_span' | 'text'>;

/** A table that was made up, and the page that shows it. */
export interface DrawnGrid {
  page: Page;
  drawing: Drawing;
  /** The cells with text, in row and column order. */
  cells: GridCell[];
}

type Align = 'left' | 'right' | 'centre';
interface Column {
  kind: CellKind;
  align: Align;
  x0: number;
  width: number;
}

/** Makes up a table and lays it out, the same for the same seed: columns aligned in several ways, wrapped cells, gaps, headings over several columns. */
export function drawnGrid(seed: number, rules: GridRules): DrawnGrid {
  return new Draughtsman(seededRandom(seed), rules).draw();
}

class Draughtsman {
  readonly lines: Line[] = [];
  readonly cells: GridCell[] = [];
  readonly drawing: Drawing = { edges: [], fills: [], images: [], strokes: [], ignored: 0 };
  readonly #random: () => number;
  readonly #words: MadeUpWords;
  readonly #rules: GridRules;
  readonly #size: number;
  #y = 60;

  constructor(random: () => number, rules: GridRules) {
    this.#random = random;
    this.#words = new MadeUpWords(random);
    this.#rules = rules;
    this.#size = this.#between(7, 11);
  }

  draw(): DrawnGrid {
    const columns = this.#columns();
    const headed = this.#chance(0.4) && columns.length > 3;
    const texts = Array.from({ length: this.#whole(4, 22) }, () => columns.map((column) => this.#words.cell(column.kind)));
    this.#gaps(texts);
    this.#place(columns, texts);
    if (this.#chance(0.5)) this.#paragraph();
    const top = this.#y;
    const boundaries = [this.#y, ...this.#head(columns, headed)];
    const firstRow = boundaries.length - 1;
    const padding = this.#between(0.25, 0.9) * this.#size;
    for (const [at, row] of texts.entries()) boundaries.push(this.#row(columns, row, firstRow + at, padding));
    this.#rule(columns, top, boundaries, firstRow);
    if (this.#chance(0.5)) this.#paragraph();
    const page = {
      page: 1,
      width: 612,
      height: 842,
      rotation: 0,
      method: 'text',
      text: this.lines.map((line) => line.text).join('\n'),
      lines: this.lines,
    } as const;
    return { page, drawing: this.drawing, cells: this.cells };
  }

  #columns(): Column[] {
    const count = this.#whole(2, 7);
    const columns = Array.from({ length: count }, (_, at): Column => {
      const kind = at === 0 ? 'label' : at === 1 || this.#chance(0.75) ? 'number' : this.#chance(0.6) ? 'word' : 'prose';
      const align = kind === 'number' ? (this.#chance(0.7) ? 'right' : 'centre') : kind === 'word' && this.#chance(0.3) ? 'centre' : 'left';
      return { kind, align, x0: 0, width: 0 };
    });
    return columns;
  }

  /** Leaves places empty, so that every row and every column keeps enough to be seen. */
  #gaps(texts: string[][]): void {
    const share = this.#chance(0.5) ? this.#between(0, 0.3) : 0;
    for (const row of texts) {
      for (let at = 1; at < row.length; at++) {
        const filled = row.filter((text) => text !== '').length;
        const below = texts.filter((other) => other[at] !== '').length;
        if (filled > 2 && below > 3 && this.#chance(share)) row[at] = '';
      }
    }
  }

  #place(columns: Column[], texts: readonly string[][]): void {
    const room = 500 - columns.length * this.#size * 2;
    columns.forEach((column, at) => {
      const widest = Math.max(...texts.map((row) => this.#width(row[at] ?? '')), 3 * this.#size);
      const fair = column.kind === 'number' ? widest : Math.max(7 * this.#size, (1.2 * room) / columns.length);
      column.width = Math.min(widest, fair);
    });
    let x = this.#between(40, 60);
    const gap = Math.max(
      1.1 * this.#size,
      Math.min(this.#between(1.1, 4) * this.#size, (540 - x - columns.reduce((sum, { width }) => sum + width, 0)) / columns.length),
    );
    for (const column of columns) {
      column.x0 = x;
      x += column.width + gap;
    }
  }

  /** Returns where its rows end. */
  #head(columns: readonly Column[], grouped: boolean): number[] {
    const ends: number[] = [];
    const groups = grouped ? this.#groups(columns.length) : [];
    if (grouped) {
      const parts = groups.map(([first, last]) => {
        const text = capital(this.#words.word());
        this.cells.push({ row: 0, column: first, row_span: 1, column_span: last - first + 1, text });
        const [a, b] = [columns[first], columns[last]];
        const under = this.#y + (this.#rules === 'all' ? 1.5 : 1.35) * this.#size;
        if (a !== undefined && b !== undefined && this.#rules !== 'all') this.#edge(a.x0, b.x0 + b.width, under);
        return { text, x0: a?.x0 ?? 0, width: (b?.x0 ?? 0) + (b?.width ?? 0) - (a?.x0 ?? 0), align: 'centre' as const };
      });
      this.#line(parts);
      this.#y += 1.7 * this.#size;
      ends.push(this.#y - 0.2 * this.#size);
    }
    const names = columns.map((column) => ({
      ...column,
      text: capital(this.#words.word().slice(0, Math.max(2, Math.floor(column.width / this.#size / 0.6)))),
    }));
    names.forEach(({ text }, column) => {
      const below = groups.some(([first, last]) => column >= first && column <= last);
      this.cells.push({ row: grouped && below ? 1 : 0, column, row_span: grouped && !below ? 2 : 1, column_span: 1, text });
    });
    this.#line(names);
    this.#y += 1.9 * this.#size;
    return [...ends, this.#y - 0.35 * this.#size];
  }

  #groups(columns: number): [number, number][] {
    const groups: [number, number][] = [];
    for (let first = 1; first < columns - 1;) {
      const last = Math.min(columns - 1, first + this.#whole(1, 2));
      groups.push([first, last]);
      first = last + 1;
    }
    return groups;
  }

  #row(columns: readonly Column[], texts: readonly string[], row: number, padding: number): number {
    const wrapped = columns.map((column, at) => this.#wrap(texts[at] ?? '', column.width));
    texts.forEach((text, column) => {
      if (text !== '') this.cells.push({ row, column, row_span: 1, column_span: 1, text });
    });
    const height = Math.max(...wrapped.map((lines) => lines.length));
    for (let line = 0; line < height; line++) {
      this.#line(columns.map((column, at) => ({ ...column, text: wrapped[at]?.[line] ?? '' })));
      this.#y += 1.15 * this.#size;
    }
    this.#y += padding;
    return this.#y - 0.5 * padding - 0.1 * this.#size;
  }

  #wrap(text: string, width: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const last = lines.at(-1);
      if (last !== undefined && this.#width(`${last} ${word}`) <= width + 0.01) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  }

  #paragraph(): void {
    this.#y += this.#size;
    const words = Array.from({ length: this.#whole(40, 70) }, () => this.#words.word());
    for (const text of this.#wrap(`${capital(words.join(' '))}.`, 480)) {
      this.#line([{ text, x0: 60, width: 480, align: 'left' }]);
      this.#y += 1.2 * this.#size;
    }
    this.#y += 1.5 * this.#size;
  }

  #line(parts: readonly { text: string; x0: number; width: number; align: Align }[]): void {
    const words: Word[] = [];
    for (const { text, x0, width, align } of parts) {
      if (text === '') continue;
      const free = width - this.#width(text);
      let x = x0 + (align === 'left' ? 0 : align === 'right' ? free : free / 2);
      for (const word of text.split(' ')) {
        words.push({ text: word, box: [x, this.#y, x + this.#width(word), this.#y + this.#size] });
        x += this.#width(`${word} `);
      }
    }
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return;
    const box = [first.box[0], this.#y, last.box[2], this.#y + this.#size] as const;
    this.lines.push({ text: words.map((word) => word.text).join(' '), box, words, size: this.#size });
  }

  #rule(columns: readonly Column[], top: number, boundaries: readonly number[], firstRow: number): void {
    const pad = 0.5 * this.#size;
    const [first, last] = [columns[0], columns.at(-1)];
    const [x0, x1, bottom] = [(first?.x0 ?? 0) - pad, (last?.x0 ?? 0) + (last?.width ?? 0) + pad, boundaries.at(-1) ?? top];
    if (this.#rules === 'horizontal') for (const y of [top - pad, boundaries[firstRow] ?? top, bottom]) this.#edge(x0, x1, y);
    if (this.#rules === 'zebra')
      boundaries.forEach((y, at) => at % 2 === 0 && at > 0 && this.drawing.fills.push([x0, boundaries[at - 1] ?? y, x1, y]));
    if (this.#rules !== 'all') return;
    const between = columns.slice(1).map((column, at) => (column.x0 + (columns[at]?.x0 ?? 0) + (columns[at]?.width ?? 0)) / 2);
    const [xs, ys] = [
      [x0, ...between, x1],
      [top - pad, ...boundaries.slice(1)],
    ];
    for (const { row, column, row_span, column_span } of this.#places(columns.length, ys.length - 1)) {
      const [left, right] = [xs[column] ?? x0, xs[column + column_span] ?? x1];
      const [above, below] = [ys[row] ?? top, ys[row + row_span] ?? bottom];
      for (const y of [above, below]) this.#edge(left, right, y);
      for (const x of [left, right]) this.drawing.edges.push({ way: 'v', at: x, from: above, to: below, thickness: 0.5 });
    }
  }

  /** All places of the grid, those without text too. */
  #places(columns: number, rows: number): Omit<GridCell, 'text'>[] {
    const taken = new Set(this.cells.flatMap((cell) => Array.from({ length: cell.row_span * cell.column_span }, (_, at) => placeOf(cell, at))));
    const empty = Array.from({ length: rows * columns }, (_, at) => ({
      row: Math.floor(at / columns),
      column: at % columns,
      row_span: 1,
      column_span: 1,
    }));
    return [...this.cells, ...empty.filter((cell) => !taken.has(placeOf(cell, 0)))];
  }

  #edge(from: number, to: number, at: number): void {
    this.drawing.edges.push({ way: 'h', at, from, to, thickness: 0.5 });
  }

  /** Half a height a letter, less for narrow ones: about what a text face takes. */
  #width(text: string): number {
    return (
      [...text].reduce(
        (sum, letter) => sum + ('.,:i jl'.includes(letter) ? 0.28 : letter === 'm' || letter === 'w' || letter === '%' ? 0.8 : 0.54),
        0,
      ) * this.#size
    );
  }

  #between(from: number, to: number): number {
    return from + (to - from) * this.#random();
  }

  #whole(from: number, to: number): number {
    return Math.floor(this.#between(from, to + 1));
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }
}

/** The name of the n-th place that a cell covers. */
function placeOf({ row, column, column_span }: Omit<GridCell, 'text'>, at: number): string {
  return `${row + Math.floor(at / column_span)},${column + (at % column_span)}`;
}
