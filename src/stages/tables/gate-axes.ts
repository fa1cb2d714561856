import { isNumber } from './rows.ts';
import type { GridCell } from './unruled-grid.ts';

/** So many numbers in even steps are the ticks of an axis, or a numbering. */
const fewestTicks = 4;
/** Share of the steps that must be the same. */
const evenSteps = 0.9;

/** The share of the numbers of a grid that climb or fall in even steps along their column or row: in a chart, nearly all do. */
export function tickShare(cells: readonly GridCell[]): number {
  const numbers = cells.filter((cell) => cell.pieces.length === 1 && cell.pieces.every(isNumber));
  const ticks = new Set([...runsBy(numbers, (cell) => cell.first), ...runsBy(numbers, (cell) => cell.row)].filter(isEven).flat());
  return numbers.length === 0 ? 0 : ticks.size / numbers.length;
}

function runsBy(cells: readonly GridCell[], key: (cell: GridCell) => number): GridCell[][] {
  const runs = new Map<number, GridCell[]>();
  for (const cell of cells) {
    const run = runs.get(key(cell));
    if (run === undefined) runs.set(key(cell), [cell]);
    else run.push(cell);
  }
  return [...runs.values()].map((run) => run.sort((a, b) => a.row - b.row || a.first - b.first));
}

function isEven(run: readonly GridCell[]): boolean {
  if (run.length < fewestTicks) return false;
  const values = run.map(valueOf);
  const steps = values.slice(1).map((value, at) => Math.round(1e6 * (value - (values[at] ?? 0))) / 1e6);
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  return usual !== 0 && steps.filter((step) => Math.abs(step - usual) <= 0.01 * Math.abs(usual)).length >= evenSteps * steps.length;
}

function valueOf({ pieces }: GridCell): number {
  const text = pieces.flatMap((piece) => piece.words.map((word) => word.text)).join('');
  return Number(text.replace(/[–—−]/gu, '-').replace(/[^\d.-]/gu, ''));
}
