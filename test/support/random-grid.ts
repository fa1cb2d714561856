export interface GridCell {
  row: number;
  column: number;
  row_span: number;
  column_span: number;
  text: string;
  /** Set at the right of its column, as numbers and the heads above them are. */
  right?: boolean;
}

/** A table as it is meant: sizes in points, cells that cover the grid. */
export interface Grid {
  widths: number[];
  heights: number[];
  cells: GridCell[];
}

export interface GridTerms {
  /** Cells over several rows and columns anywhere; else only heads over several columns. */
  spans: boolean;
}

const words = 'alpha beta gamma delta north south apple stone river market copper winter garden silver common street total annual'.split(' ');

/** A grid of 2–12 rows and 2–7 columns: heads on top, names at the left, numbers or words in the columns. The same for the same `random`. */
export function randomGrid(random: () => number, terms: GridTerms): Grid {
  for (;;) {
    const grid = anyGrid(random, terms);
    const seen = seenCells(grid);
    // Spans may have joined all of it to one row or column: a frame, and no table.
    if (seen.some(({ row }) => row > 0) && seen.some(({ column }) => column > 0) && seen.length > 2) return grid;
  }
}

function anyGrid(random: () => number, { spans }: GridTerms): Grid {
  const pick = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const [rows, columns] = [pick(spans ? 2 : 4, 12), pick(spans ? 2 : 3, 7)];
  const widths = Array.from({ length: columns }, () => pick(spans ? 40 : 60, 80));
  const heights = Array.from({ length: rows }, () => pick(14, 22));
  const wordy = Array.from({ length: columns }, (_, column) => column === 0 || (column < columns - 1 && random() < 0.3));
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(`${row} ${column}`)) continue;
      const [row_span, column_span] = spans && random() < 0.12 ? freeSpan(row, column, pick(1, 3), pick(1, 3), { rows, columns, taken }) : [1, 1];
      for (let r = row; r < row + row_span; r++) for (let c = column; c < column + column_span; c++) taken.add(`${r} ${c}`);
      const text = row === 0 || wordy[column] === true ? wordsOf(pick, widths[column] ?? 0) : numberOf(pick);
      const right = wordy[column] !== true;
      cells.push({ row, column, row_span, column_span, right, text: row > 0 && column > 0 && random() < 0.08 ? '' : text });
    }
  }
  return { widths, heights, cells };
}

/** The largest span up to the one asked for that is still free. */
function freeSpan(
  row: number,
  column: number,
  tall: number,
  wide: number,
  { rows, columns, taken }: { rows: number; columns: number; taken: ReadonlySet<string> },
): [number, number] {
  let width = 1;
  while (width < wide && column + width < columns && !taken.has(`${row} ${column + width}`)) width++;
  const height = Math.min(tall, rows - row);
  return height * width >= rows * columns ? [1, 1] : [height, width];
}

function wordsOf(pick: (least: number, most: number) => number, width: number): string {
  const text = Array.from({ length: pick(1, 2) }, () => words[pick(0, words.length - 1)]).join(' ');
  return text.slice(0, Math.max(4, Math.floor(width / 5.5) - 2)).trim();
}

function numberOf(pick: (least: number, most: number) => number): string {
  return `${pick(0, 1) === 0 ? pick(0, 99) : pick(100, 9999)}.${pick(0, 9)}`;
}

/** The cells that hold text, on the lines of the grid at which some cell begins: where all cells are joined over a line, nobody can see it. */
export function seenCells({ cells, widths, heights }: Grid): GridCell[] {
  const [rows, columns] = [
    placesOf(
      cells.map((cell) => cell.row),
      heights.length,
    ),
    placesOf(
      cells.map((cell) => cell.column),
      widths.length,
    ),
  ];
  const seen = cells
    .filter((cell) => cell.text !== '')
    .map(({ row, column, row_span, column_span, text }) => ({
      row: rows[row] ?? 0,
      column: columns[column] ?? 0,
      row_span: (rows[row + row_span] ?? 0) - (rows[row] ?? 0),
      column_span: (columns[column + column_span] ?? 0) - (columns[column] ?? 0),
      text,
    }));
  return seen.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** For each line of the grid, how many before it are seen. */
function placesOf(starts: readonly number[], count: number): number[] {
  const used = new Set(starts);
  const places: number[] = [];
  let place = 0;
  for (let at = 0; at < count; at++) {
    places.push(place);
    if (used.has(at + 1)) place++;
  }
  return [...places, place + 1];
}
