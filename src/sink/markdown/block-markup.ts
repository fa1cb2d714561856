import { joinLines } from '../../layout/hyphens.ts';
import type { Line } from '../../model/page.ts';
import type { Block } from './block.ts';
import { escapeInline, escapeLine } from './escape.ts';
import { leader } from './line-relation.ts';
import { markerOf } from './list-marker.ts';
import type { Marker } from './list-marker.ts';
import { tableMarkup } from './table-markup.ts';

/** Blocks as Markdown, with an empty line between two of them, but for items that follow each other. */
export function blocksMarkup(blocks: readonly Block[], tables: 'auto' | 'pipe' | 'html'): string {
  let text = '';
  let levels: Level[] = [];
  let before: Block['kind'] | undefined;
  for (const block of blocks) {
    levels = block.kind === 'item' ? levelsWith(levels, block) : [];
    const gap = before === undefined ? '' : before === 'item' && block.kind === 'item' ? '\n' : '\n\n';
    text += gap + blockMarkup(block, levels, tables);
    before = block.kind;
  }
  return text;
}

/** A list that is open, by its markers and where they stand (points), and how far its text is moved in Markdown. */
interface Level {
  style: string;
  indent: number;
  width: number;
}

/** The lists that are open with this item, the outermost first. A list within another stands further in, or is counted in another way from the beginning. */
function levelsWith(levels: readonly Level[], { marker, indent }: Block & { kind: 'item' }): Level[] {
  const level = { style: marker.style, indent, width: widthOf(marker) };
  const known = levels.findLastIndex((open) => open.style === marker.style && Math.abs(open.indent - indent) < nested);
  if (known >= 0) return [...levels.slice(0, known), level];
  const begins = marker.value === 1 && levels.every((open) => open.style !== marker.style);
  return [...levels.filter((open) => open.indent < indent - nested || (begins && open.indent < indent + nested)), level];
}

/** Points by which markers of one list may differ. */
const nested = 4;

function blockMarkup(block: Block, levels: readonly Level[], tables: 'auto' | 'pipe' | 'html'): string {
  switch (block.kind) {
    case 'table':
      return tableMarkup(block.table, tables);
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeInline(flat(block.lines)).replace(/#+$/, '\\$&')}`;
    case 'paragraph':
      return block.lines.map((group) => escapeLine(flat(group))).join('\\\n');
    case 'item': {
      const outer = ' '.repeat(levels.slice(0, -1).reduce((sum, level) => sum + level.width, 0));
      const inner = outer + ' '.repeat(widthOf(block.marker));
      return outer + block.lines.map((group, at) => (at === 0 ? firstOfItem(flat(group)) : inner + escapeLine(flat(group)))).join('\\\n');
    }
  }
}

/** Only digits with a point or a bracket are a marker to Markdown too; what else a list is counted by is said in its text. */
function firstOfItem(text: string): string {
  const found = markerOf(text);
  if (found === undefined) return `- ${escapeLine(text)}`;
  const { marker, rest } = found;
  if (isMarkdown(marker)) return `${marker.text} ${escapeLine(rest)}`;
  return marker.value === undefined ? `- ${escapeLine(rest)}` : `- ${escapeInline(`${marker.text} ${rest}`)}`;
}

function widthOf(marker: Marker): number {
  return isMarkdown(marker) ? marker.text.length + 1 : 2;
}

function isMarkdown({ text }: Marker): boolean {
  return /^\d+[.)]$/.test(text);
}

/** Lines as one text: words broken at line ends are whole again, leaders are short. */
function flat(lines: readonly Line[]): string {
  return joinLines(lines)
    .replace(/\s+/g, ' ')
    .replace(new RegExp(String.raw`\s*${leader.source}\s*`, 'g'), ' … ');
}
