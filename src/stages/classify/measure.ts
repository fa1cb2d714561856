import type { Structure } from '../../document-type/structure.ts';
import type { Document } from '../../model/document.ts';
import type { Box, Line, Page } from '../../model/page.ts';
import { itemTables } from './item-tables.ts';
import * as signs from './line-signs.ts';

/** What was measured, and where it is to be seen first, if it stands at a place. */
export interface Measure {
  value: number;
  at?: { page: number; bbox: Box };
}

/** Measures what types may ask for. `pages` are those that are looked at. */
export function measure(structure: Structure, document: Document, pages: readonly Page[]): Measure {
  return measures[structure](document, pages);
}

const measures: Readonly<Record<Structure, (document: Document, pages: readonly Page[]) => Measure>> = {
  pages: ({ metadata }) => ({ value: metadata.page_count }),
  words: ({ pages }) => ({ value: wordsOf(linesOf(pages)) }),
  prose: (_, pages) => ({ value: share(wordsOf(linesOf(pages).filter(isProse)), wordsOf(linesOf(pages))) }),
  words_per_line: (_, pages) => ({ value: share(wordsOf(linesOf(pages)), linesOf(pages).length) }),
  height_to_width: (_, [first]) => ({ value: heightToWidth(first) }),
  amounts: (_, pages) => perPage(count(pages, signs.amounts), pages),
  item_tables: ({ tables }) => listing(itemTables(tables)),
  dated_amounts: (_, pages) => perPage(count(pages, signs.datedAmount), pages),
  time_stamps: (_, pages) => count(pages, signs.timeStamp),
  year_ranges: (_, pages) => count(pages, signs.yearRanges),
  captions: (_, pages) => ({ value: share(count(pages, signs.caption).value, linesOf(pages).length) }),
  blanks: (_, pages) => count(pages, signs.blanks),
  check_boxes: (_, pages) => count(pages, signs.checkBoxes),
  numbered_items: (_, pages) => ({ value: numberedItems(linesOf(pages)) }),
  form_fields: ({ form }) => listing(form),
  payment_codes: ({ pages }) =>
    listing(pages.flatMap(({ page, barcodes = [] }) => barcodes.filter(isPayment).map(({ box }) => ({ page, bbox: box })))),
  invoice_files: ({ attachments }) => ({ value: attachments.filter(({ filename }) => signs.invoiceFile.test(filename)).length }),
};

const linesOf = (pages: readonly Page[]): Line[] => pages.flatMap(({ lines }) => lines);

const wordsOf = (lines: readonly Line[]): number => lines.reduce((total, { words }) => total + words.length, 0);

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Words from which on a line is running text. */
const proseLine = 9;

const isProse = ({ words }: Line): boolean => words.length >= proseLine;

const isPayment = ({ text }: { text: string }): boolean => signs.payment.test(text);

/** The written part of a page: photographs of receipts come on sheets of any shape. */
function heightToWidth(page: Page | undefined): number {
  const boxes = page?.lines.map(({ box }) => box) ?? [];
  const width = Math.max(...boxes.map(([, , x1]) => x1)) - Math.min(...boxes.map(([x0]) => x0));
  const height = Math.max(...boxes.map(([, , , y1]) => y1)) - Math.min(...boxes.map(([, y0]) => y0));
  return width > 0 ? height / width : 0;
}

/** Letters of a line that are looked at; longer ones are no lines of documents. */
const longestLine = 1_000;

/** How often a sign stands on the lines, and the first of them. */
function count(pages: readonly Page[], sign: RegExp): Measure {
  const found = pages.flatMap(({ page, lines }) =>
    lines.map(({ text, box }) => ({ page, bbox: box, times: text.slice(0, longestLine).match(sign)?.length ?? 0 })).filter(({ times }) => times > 0),
  );
  const [first] = found;
  return { value: found.reduce((total, { times }) => total + times, 0), ...(first && { at: { page: first.page, bbox: first.bbox } }) };
}

function perPage({ value, ...rest }: Measure, pages: readonly Page[]): Measure {
  return { value: share(value, pages.length), ...rest };
}

function listing(found: readonly { page?: number; bbox?: Box }[]): Measure {
  const [{ page, bbox } = {}] = found;
  return { value: found.length, ...(page !== undefined && bbox !== undefined && { at: { page, bbox } }) };
}

/** Short lines whose numbers count up, whatever stands between them. */
function numberedItems(lines: readonly Line[]): number {
  let next = 1;
  for (const { words } of lines) {
    const number = signs.itemNumber.exec(words[0]?.text ?? '')?.[1];
    if (number !== undefined && Number(number) === next && words.length <= proseLine + 1) next++;
  }
  return next - 1;
}
