import type { Line } from '../../model/page.ts';
import type { Block } from './block.ts';
import type { Relation } from './line-relation.ts';
import { isSure } from './list-marker.ts';
import type { Marker } from './list-marker.ts';

/** The last number that each style of marker has had. */
export type ListState = Map<string, number>;

/** Whether a line that begins like an item is one. A number must go on from the one before, or begin a list; a dash must not stand within a sentence. */
export function startsItem(marker: Marker, line: Line, relation: Relation, last: Block | undefined, lists: ListState): boolean {
  if (isSure(marker)) return true;
  const isNew = relation !== 'joins' || (last?.kind === 'item' && last.marker.style === marker.style && line.box[0] <= last.indent + line.size);
  if (!isNew) return false;
  if (marker.value === undefined) return true;
  const goesOn = marker.value === 1 || marker.value === (lists.get(marker.style) ?? NaN) + 1;
  if (goesOn) lists.set(marker.style, marker.value);
  return goesOn;
}
