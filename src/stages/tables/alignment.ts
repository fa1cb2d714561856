/** How the cells of a column stand to each other. */
export interface Alignment {
  way: 'left' | 'right' | 'centre';
  /** Share of the cells that stand so. */
  share: number;
  /** Where the column starts and ends. */
  left: number;
  right: number;
}

interface Extent {
  x0: number;
  x1: number;
  size: number;
}

/** In heights of the type: edges within this are the same. */
const sameEdge = 0.3;

/** The way in which most cells of a column are aligned; decimal points make the edges of numbers ragged, so that no way may hold for all. */
export function alignmentOf(cells: readonly Extent[]): Alignment {
  const size = cells[0]?.size ?? 1;
  const near = sameEdge * size;
  const left = mostCommon(
    cells.map((cell) => cell.x0),
    near,
  );
  const right = mostCommon(
    cells.map((cell) => cell.x1),
    near,
  );
  const centre = mostCommon(
    cells.map((cell) => (cell.x0 + cell.x1) / 2),
    near,
  );
  const most = Math.max(left, right, centre);
  const way = most === left ? 'left' : most === right ? 'right' : 'centre';
  const bounds = { left: Math.min(...cells.map((cell) => cell.x0)), right: Math.max(...cells.map((cell) => cell.x1)) };
  return { way, share: cells.length === 0 ? 0 : most / cells.length, ...bounds };
}

/** The room that a cell leaves in its line. */
export function roomBeside(cell: Extent, { way, left, right }: Alignment): number {
  if (way === 'right') return cell.x0 - left;
  return way === 'left' ? right - cell.x1 : cell.x0 - left + right - cell.x1;
}

/** The size of the largest group of values that lie within `near` of one of them. */
function mostCommon(values: readonly number[], near: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  let [most, from] = [0, 0];
  sorted.forEach((value, at) => {
    while (value - (sorted[from] ?? value) > 2 * near) from++;
    most = Math.max(most, at - from + 1);
  });
  return most;
}
