import type { Line } from '../../model/page.ts';
import type { SinkRender } from '../../model/sink.ts';
import type { ConfigOf } from '../../model/stage.ts';
import { blocksMarkup } from './block-markup.ts';
import { blocksOf } from './blocks.ts';
import { joinOverPages } from './page-joints.ts';
import { entriesOf } from './entries.ts';
import type { Entry } from './entries.ts';
import type { spec } from './spec.ts';
import { typeScale } from './type-scale.ts';

/** The document as Markdown, page by page. */
export const render: SinkRender<ConfigOf<typeof spec>> = ({ document, config }) => {
  const read = document.pages.map((page) => ({ page, entries: entriesOf(page, document.tables) }));
  const scale = typeScale(read.map(({ page, entries }) => ({ method: page.method, all: page.lines, lines: linesOf(entries) })));
  const lists = new Map<string, number>();
  const pages = read.map(({ page, entries }) => blocksOf(entries, page, scale, lists));
  joinOverPages(pages);
  const parts = pages.flatMap((blocks, at) => [...(at === 0 ? [] : pageBreak(at + 1, config.page_breaks)), blocksMarkup(blocks, config.tables)]);
  const text = parts.filter((part) => part !== '').join('\n\n');
  return text === '' ? '' : `${text}\n`;
};

function linesOf(entries: readonly Entry[]): Line[] {
  return entries.flatMap((entry) => (entry.kind === 'line' ? [entry.line] : []));
}

function pageBreak(page: number, form: 'comment' | 'rule' | 'none'): string[] {
  if (form === 'none') return [];
  return [form === 'rule' ? '---' : `<!-- page ${page} -->`];
}
