/** A level, such as the brightness of the paper, that changes slowly over a picture: one value for each square cell, interpolated between their centres. */
export interface LevelMap {
  columns: number;
  rows: number;
  /** Side of a cell in pixels. */
  cell: number;
  levels: Float32Array;
}

/** A map for a picture of this size. */
export function levelMap(width: number, height: number, cell: number): LevelMap {
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  return { columns, rows, cell, levels: new Float32Array(columns * rows) };
}

/** Each cell as `combine` makes it of itself and its neighbours. */
export function overNeighbours(map: LevelMap, combine: (around: number[]) => number): LevelMap {
  const { columns, rows, levels } = map;
  const combined = levels.map((_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const around: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) around.push(levels[y * columns + x]!);
    }
    return combine(around);
  });
  return { ...map, levels: combined };
}

export function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The levels along one row of pixels, written to `into`, whose length is the width of the picture. */
export function levelsOfRow({ columns, rows, cell, levels }: LevelMap, y: number, into: Float32Array): void {
  const down = Math.min(rows - 1, Math.max(0, (y + 0.5) / cell - 0.5));
  const above = Math.floor(down);
  const below = Math.min(rows - 1, above + 1);
  const share = down - above;
  const at = (column: number): number => levels[above * columns + column]! * (1 - share) + levels[below * columns + column]! * share;
  let [x, level] = [0, at(0)];
  for (let column = 0; column < columns; column++) {
    const next = column + 1 < columns ? at(column + 1) : level;
    const end = column + 1 < columns ? Math.min(into.length, (column + 1.5) * cell) : into.length;
    const centre = (column + 0.5) * cell - 0.5;
    for (; x < end; x++) into[x] = x <= centre ? level : level + ((next - level) * (x - centre)) / cell;
    level = next;
  }
}
