import type { Box } from '../../../../model/page.ts';
import type { PageMap } from '../../labels/page-map.ts';
import type { Segment } from '../../labels/page-segments.ts';
import { heightOf } from '../../labels/places.ts';
import { unionOf } from '../../../../model/box.ts';
import { lineKind } from './address-lines.ts';

/** A line of a block. */
export interface BlockLine extends Segment {
  text: string;
}

/** Lines set below each other: an address, a letterhead, a part of a footer. */
export interface TextBlock {
  page: number;
  lines: BlockLine[];
  box: Box;
}

/** Widest blank between lines of a block, in heights of the type. */
const closeGap = 0.65;
/** The same before lines of an address, which are often set apart. */
const addressGap = 2.6;
/** How far left edges may differ, in heights of the type. */
const edge = 0.7;
/** How many blocks may still grow: a page has no more columns beside each other. */
const open = 16;

/** The blocks of a page, from top to bottom, without the segments that are left out. */
export function textBlocksOf(map: PageMap, isLeftOut: (segment: Segment) => boolean): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const segment of map.segments) {
    if (isLeftOut(segment)) continue;
    const line = { ...segment, text: textOf(segment, map) };
    const above = blocks.slice(-open).findLast((block) => goesOn(block, line));
    if (above === undefined) blocks.push({ page: segment.page, lines: [line], box: line.box });
    else {
      above.lines.push(line);
      above.box = unionOf([above.box, line.box]);
    }
  }
  return blocks;
}

export function textOf({ line, from, to }: Segment, map: PageMap): string {
  const words = map.page.lines[line]?.words.slice(from, to) ?? [];
  return words.map(({ text }) => text).join(' ');
}

function goesOn({ lines }: TextBlock, line: BlockLine): boolean {
  const last = lines.at(-1);
  if (last === undefined) return false;
  const height = Math.min(heightOf(last.box), heightOf(line.box));
  const gap = line.box[1] - last.box[3];
  if (gap < -0.5 * height || Math.abs(last.box[0] - line.box[0]) > edge * height) return false;
  if (isClose(last, line)) return true;
  const kind = lineKind(line.text);
  return gap <= addressGap * height && (kind === 'postal' || kind === 'street');
}

/** Whether a line stands as close below another as lines of one paragraph do. */
export function isClose(above: BlockLine, line: BlockLine): boolean {
  return line.box[1] - above.box[3] <= closeGap * Math.min(heightOf(above.box), heightOf(line.box));
}
