import type { Block } from './block.ts';
import { goesOnIn } from './line-relation.ts';

/** Gives a page the end of its last paragraph, when that stands at the head of the next page; the break comes behind it then. */
export function joinOverPages(pages: readonly Block[][]): void {
  let last: Block | undefined;
  for (const blocks of pages) {
    const [first] = blocks;
    if ((last?.kind === 'paragraph' || last?.kind === 'item') && first?.kind === 'paragraph' && goesOnIn(last.end, first.lines[0]?.[0])) {
      const [group = [], ...rest] = first.lines;
      last.lines.at(-1)?.push(...group);
      last.lines.push(...rest);
      last.end = first.end;
      blocks.shift();
    }
    last = blocks.at(-1) ?? last;
  }
}
