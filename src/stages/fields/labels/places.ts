import { unionOf } from '../../../model/box.ts';
import type { Box } from '../../../model/page.ts';
import type { LabelHit } from './find-labels.ts';
import type { PageMap } from './page-map.ts';
import type { Segment } from './page-segments.ts';

/** Words beside or below a label, where its value may stand. */
export interface Place {
  page: number;
  line: number;
  /** Places among the words of the line, the end exclusive. */
  from: number;
  to: number;
  /** Where its text begins in its first word, when the label ends there. */
  offset: number;
  box: Box;
  /** Behind the label in the same phrase; further right in its row; below it. */
  relation: 'behind' | 'right' | 'below';
  /** Distance from the label in heights of it. */
  gap: number;
  /** Places of the same relation that stand nearer. */
  nearer: number;
  /** Places of the same relation that stand further. */
  further: number;
}

/** How far below a label its value may stand, in heights of the label. */
const reach = 3.5;
/** How many places below are looked at: the first may hold a unit or a remark. */
const deepest = 2;

/** Labels by line, so that what one label is asked for is not taken from the next. */
export type HitsByLine = ReadonlyMap<number, readonly LabelHit[]>;

export function hitsByLine(hits: readonly LabelHit[]): HitsByLine {
  return Map.groupBy(hits, ({ line }) => line);
}

/** Where the value of a label may stand: behind it, right of it up to the next label of the row, or below it. */
export function placesOf(hit: LabelHit, map: PageMap, hits: HitsByLine): Place[] {
  const own = map.segmentAt(hit.line, hit.from);
  if (own === undefined) return [];
  const behind = behindOf(hit, own, map, hits);
  const right = rowAfter(own, map, hits).map((segment): Sought => ({ ...segment, relation: 'right', gap: segment.box[0] - own.box[2] }));
  const closed = (hits.get(own.line) ?? []).some((next) => next.from >= hit.to && next.to <= own.to);
  const below = columnBelow(hit, map, hits).map((segment): Sought => ({
    ...segment,
    relation: 'below',
    gap: Math.max(0, segment.box[1] - hit.box[3]),
  }));
  const height = heightOf(hit.box);
  return [behind, closed ? [] : right, below].flatMap((places) =>
    places.map(({ gap, ...place }, at) => ({ offset: 0, ...place, gap: gap / height, nearer: at, further: places.length - 1 - at })),
  );
}

type Sought = Segment & { offset?: number; relation: Place['relation']; gap: number };

/** What follows the label in its own segment, up to the next label there. */
function behindOf(hit: LabelHit, own: Segment, map: PageMap, hits: HitsByLine): Sought[] {
  const from = hit.rest === undefined ? hit.to : hit.to - 1;
  const next = (hits.get(own.line) ?? []).find((other) => other.from >= hit.to)?.from ?? own.to;
  const to = Math.min(own.to, next);
  if (from >= to) return [];
  return [{ ...pieceOf(own, from, to, map), offset: hit.rest ?? 0, relation: 'behind', gap: 0 }];
}

/** The segments of the row up to the next label. */
function rowAfter(own: Segment, map: PageMap, hits: HitsByLine): Segment[] {
  const row: Segment[] = [];
  for (const segment of map.rightOf(own.box)) {
    const [piece] = uptoLabel(segment, map, hits);
    if (piece !== undefined) row.push(piece);
    if (piece?.to !== segment.to) break;
  }
  return row;
}

/** What stands below the label, up to the next label of the column. */
function columnBelow(hit: LabelHit, map: PageMap, hits: HitsByLine): Segment[] {
  const column: Segment[] = [];
  for (const segment of map.below(hit.box, reach * heightOf(hit.box)).slice(0, deepest)) {
    const [piece] = uptoLabel(segment, map, hits);
    if (piece === undefined) break;
    column.push(piece);
  }
  return column;
}

/** A segment as far as no label begins in it. */
function uptoLabel(segment: Segment, map: PageMap, hits: HitsByLine): Segment[] {
  const next = (hits.get(segment.line) ?? []).find(({ from }) => from >= segment.from && from < segment.to);
  if (next === undefined) return [segment];
  return next.from === segment.from ? [] : [pieceOf(segment, segment.from, next.from, map)];
}

function pieceOf({ page, line }: Segment, from: number, to: number, map: PageMap): Segment {
  const words = map.page.lines[line]!.words.slice(from, to);
  return { page, line, from, to, box: unionOf(words.map(({ box }) => box)) };
}

export function heightOf(box: Box): number {
  return Math.max(1, box[3] - box[1]);
}
