import type { Line, Page } from '../../model/page.ts';
import type { Block } from './block.ts';
import type { Entry } from './entries.ts';
import { headingLevel } from './headings.ts';
import { relationOf, settingOf } from './line-relation.ts';
import type { Setting } from './line-relation.ts';
import { startsItem } from './list-items.ts';
import type { ListState } from './list-items.ts';
import { markerOf } from './list-marker.ts';
import type { TypeScale } from './type-scale.ts';

/** Cuts what stands on a page into blocks. `lists` remembers, from page to page, how far numbered lists have come. */
export function blocksOf(entries: readonly Entry[], page: Pick<Page, 'method'>, scale: TypeScale, lists: ListState): Block[] {
  const lines = entries.flatMap((entry) => (entry.kind === 'line' ? [entry.line] : []));
  const setting = settingOf(lines, page.method !== 'text');
  const blocks: Block[] = [];
  let at = 0;
  for (const entry of entries) {
    if (entry.kind === 'table') blocks.push(entry);
    else {
      const level = headingLevel(lines, at, page.method, scale, setting);
      if (level === undefined) addText(blocks, entry.line, setting, lists);
      else addHeading(blocks, entry.line, level, setting);
      at++;
    }
  }
  return blocks.map(withoutLongHeading).map(verseAsWritten);
}

function addHeading(blocks: Block[], line: Line, level: number, setting: Setting): void {
  const last = blocks.at(-1);
  const goesOn = last?.kind === 'heading' && last.level === level && relationOf(last.end, line, 0, setting) !== 'parts';
  if (!goesOn) blocks.push({ kind: 'heading', level, lines: [line], end: line });
  else {
    last.lines.push(line);
    last.end = line;
  }
}

function addText(blocks: Block[], line: Line, setting: Setting, lists: ListState): void {
  const last = blocks.at(-1);
  const open = last?.kind === 'paragraph' || last?.kind === 'item' ? last : undefined;
  const nth = open?.kind === 'paragraph' ? (open.lines.at(-1)?.length ?? 1) - 1 : 0;
  const relation = open === undefined ? 'parts' : relationOf(open.end, line, nth, setting);
  const marker = markerOf(line.text)?.marker;
  if (marker !== undefined && startsItem(marker, line, relation, last, lists)) {
    blocks.push({ kind: 'item', marker, indent: line.box[0], lines: [[line]], end: line });
  } else if (open === undefined || relation === 'parts') blocks.push({ kind: 'paragraph', lines: [[line]], end: line });
  else {
    if (relation === 'breaks') open.lines.push([line]);
    else open.lines.at(-1)?.push(line);
    open.end = line;
  }
}

/** Where most lines end on purpose, as in verse and addresses, the longest ones do too. */
function verseAsWritten(block: Block): Block {
  if (block.kind !== 'paragraph' || block.lines.length < leastVerse) return block;
  const alone = block.lines.filter((group) => group.length === 1).length;
  return alone >= 0.5 * block.lines.length ? { ...block, lines: block.lines.flat().map((line) => [line]) } : block;
}

const leastVerse = 3;

/** Large type over many lines is a leading paragraph, not a heading. */
function withoutLongHeading(block: Block): Block {
  if (block.kind !== 'heading' || block.lines.length <= mostHeadingLines) return block;
  return { kind: 'paragraph', lines: [block.lines], end: block.end };
}

const mostHeadingLines = 4;
