import { drawGrid } from '../../support/draw-grid.ts';
import type { GridStyle } from '../../support/draw-grid.ts';
import { drawnPdf } from '../../support/drawn-pdf.ts';
import { randomGrid, seenCells } from '../../support/random-grid.ts';
import { seededRandom } from '../../support/random.ts';
import { tablesOf } from '../../support/read-tables.ts';

/** Pages of one document; more only cost memory. */
const pagesPerFile = 50;

/** Draws so many random grids, one on a page, in the styles by turns, and tells which came back equal: their texts, places and spans. */
export async function failedGrids(count: number, styles: readonly GridStyle[], spans: boolean, seed: number): Promise<string[]> {
  const random = seededRandom(seed);
  const failed: string[] = [];
  for (let first = 0; first < count; first += pagesPerFile) {
    const grids = Array.from({ length: Math.min(pagesPerFile, count - first) }, () => randomGrid(random, { spans }));
    const styleOf = (at: number): GridStyle => styles[(first + at) % styles.length] ?? 'lines';
    const bytes = drawnPdf(grids.map((grid, at) => ({ content: drawGrid(grid, styleOf(at)) })));
    const found = await tablesOf(bytes, grids.length);
    grids.forEach((grid, at) => {
      const [wanted, got] = [
        JSON.stringify(seenCells(grid)),
        JSON.stringify((found[at] ?? []).map(({ cells }) => cells.filter((cell) => cell.text !== '').map(plain))),
      ];
      if (got !== `[${wanted}]`) failed.push(`${styleOf(at)} ${first + at}: wanted ${wanted}, got ${got}`);
    });
  }
  return failed;
}

function plain({
  row,
  column,
  row_span,
  column_span,
  text,
}: {
  row: number;
  column: number;
  row_span: number;
  column_span: number;
  text: string;
}): object {
  return { row, column, row_span, column_span, text };
}
