import type { Table } from '../../src/model/table.ts';
import { openPdf } from '../../src/pdf/open.ts';
import { withPage } from '../../src/pdf/page.ts';
import { readDrawing } from '../../src/pdf/paths.ts';
import { findTables } from '../../src/stages/tables/find-tables.ts';
import { inkOf } from '../../src/stages/tables/page-ink.ts';
import type { PageInk } from '../../src/stages/tables/page-ink.ts';
import { pageOf, sourceOf } from './read-document.ts';

/** What the pages of a PDF offer to the stage. */
async function inksOf(bytes: Uint8Array, pages = 1): Promise<PageInk[]> {
  const file = sourceOf(bytes);
  const inks: PageInk[] = [];
  for (let page = 1; page <= pages; page++) {
    const { width = 0, height = 0, lines = [] } = await pageOf(file, page);
    const pdf = await openPdf(file);
    const drawing = await withPage(pdf, page, (opened) => readDrawing(pdf, opened));
    inks.push(inkOf({ page, width, height, rotation: 0, method: 'text', text: '', lines }, drawing));
  }
  return inks;
}

/** The tables of each page. */
export async function tablesOf(bytes: Uint8Array, pages = 1): Promise<Table[][]> {
  return (await inksOf(bytes, pages)).map((ink) => findTables(ink));
}
