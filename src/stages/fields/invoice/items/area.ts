import type { LabelHit } from '../../labels/find-labels.ts';
import type { Area } from './item-rows.ts';

/** Labels among the line items head their columns. */
export function isInside({ page, box: [x0, y0, x1, y1] }: LabelHit, area: Area): boolean {
  const middle = (y0 + y1) / 2;
  return page === area.page && middle > area.box[1] && middle < area.box[3] && x0 < area.box[2] && x1 > area.box[0];
}
