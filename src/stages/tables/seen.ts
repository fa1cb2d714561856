import type { Drawing, Edge } from '../../model/drawing.ts';
import type { Box, Page } from '../../model/page.ts';
import type { StageTask } from '../../model/stage.ts';
import type { Table } from '../../model/table.ts';

/** Tells a person what the page draws that tables could be made of, as it was read and before anything is decided. */
export function noteDrawing(
  { width, height }: Page,
  { edges, fills, images, ignored }: Drawing,
  note: NonNullable<StageTask<unknown>['note']>,
): void {
  for (const edge of edges) note({ kind: 'edge', box: boxOf(edge) });
  for (const box of fills) note({ kind: 'shading', box });
  for (const box of images) note({ kind: 'image', box, rule: 'image' });
  if (ignored > 0)
    note({
      kind: 'region',
      box: [0, 0, width, height],
      accepted: false,
      rule: 'too-many-paths',
      detail: `${ignored} drawn paths were not looked at`,
    });
}

/** Tells a person where the cells of the tables are that were found. */
export function noteCells(tables: readonly Table[], note: NonNullable<StageTask<unknown>['note']>): void {
  for (const { method, cells } of tables) {
    for (const { row, column, bbox } of cells)
      note({ kind: 'cell', box: bbox, accepted: true, rule: method, detail: `row ${row}, column ${column}` });
  }
}

function boxOf({ way, at, from, to, thickness }: Edge): Box {
  const half = thickness / 2;
  return way === 'h' ? [from, at - half, to, at + half] : [at - half, from, at + half, to];
}
