import type { Structure } from '../../document-type/structure.ts';
import type { Document } from '../../model/document.ts';
import type { Box, Line, Page } from '../../model/page.ts';
import type { Table } from '../../model/table.ts';

/** What was measured, and where it can be seen, if it stands at one place. */
export interface Measure {
  value: number;
  page?: number;
  box?: Box;
}

/** Measures what shipped and own types may ask for. `pages` are those that are looked at; the document knows how many there are. */
export function measure(structure: Structure, document: Document, pages: readonly Page[]): Measure {
  return measures[structure](document, pages);
}

type Measured = (document: Document, pages: readonly Page[]) => Measure;

const measures: Readonly<Record<Structure, Measured>> = {
  pages: ({ metadata }) => ({ value: metadata.page_count }),
  words: ({ pages }) => ({ value: sum(pages.flatMap(({ lines }) => lines.map(({ words }) => words.length))) }),
  prose: (_, pages) => shareOfWords(pages, ({ words }) => words.length >= proseLine),
  words_per_line: (_, pages) => ({ value: mean(linesOf(pages).map(({ words }) => words.length)) }),
  height_to_width: (_, pages) => ({ value: heightToWidth(pages[0]) }),
  amounts: (_, pages) => seen(pages, ({ text }) => text.match(amounts)?.length ?? 0, perPage),
  item_tables: ({ tables }) => itemTables(tables),
  dated_amounts: (_, pages) => seen(pages, ({ text }) => (datedAmount.test(text) ? 1 : 0), perPage),
  time_stamps: (_, pages) => seen(pages, ({ text }) => (timeStamp.test(text) ? 1 : 0)),
  year_ranges: (_, pages) => seen(pages, ({ text }) => text.match(yearRanges)?.length ?? 0),
  captions: (_, pages) => ({ value: mean(linesOf(pages).map(({ text }) => (caption.test(text) ? 1 : 0))) }),
  blanks: (_, pages) => seen(pages, ({ text }) => text.match(blanks)?.length ?? 0),
  check_boxes: (_, pages) => seen(pages, ({ text }) => text.match(checkBoxes)?.length ?? 0),
  numbered_items: (_, pages) => ({ value: numberedItems(pages) }),
  form_fields: ({ form }) => ({ value: form.length }),
  payment_codes: ({ pages }) => paymentCodes(pages),
  invoice_files: ({ attachments }) => ({ value: attachments.filter(({ filename }) => invoiceFile.test(filename)).length }),
};

/** Words from which on a line is running text. */
const proseLine = 9;

const amounts = /(?<![\d.,])\d{1,3}(?:[.,' ]?\d{3}){0,3}[.,]\d{2}(?![\d.,]*\d)|(?:\p{Sc}|\b(?:Rs|[A-Z]{3})\.?)\s?\d{1,9}(?![\d.,]*\d)/gu;

const datedAmount = /^\D{0,4}\d{1,4}[./-](?:\d{1,2}|\p{L}{3})(?:[./-]|\b).*[.,]\d{2}\s*\p{L}{0,3}[-+]?$/u;

/** `06-05-2018 12:43:19`, `Oct 3, 2015 12:16 PM`: a day, and a time close behind it or before it. */
const timeStamp =
  /\d{1,4}[./-](?:\d{1,2}|\p{L}{3})[./-]\d{2,4}\D{1,12}[0-2]?\d[:.][0-5]\d|[0-2]?\d:[0-5]\d(?::[0-5]\d)?\D{1,12}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d{2}\s[0-2]?\d:[0-5]\d/u;

const yearRanges =
  /\b(?:19|20)\d{2}\s?(?:-|–|—|to|bis|à|a)\s?(?:(?:\d{1,2}[./]|\p{L}{3,9}\.? )?(?:19|20)\d{2}|present|today|now|heute|présent|actual|oggi|heden)\b/giu;

const caption = /^[\p{L}\p{N} ./#()'-]{2,40}:(?:\s.{0,60})?$/u;

const blanks = /_{4,}|\.{8,}|(?:\. ){6,}/g;

const checkBoxes = /[□☐☑☒❏❑]|\[[ _xX]?\]/g;

const invoiceFile = /^(?:factur-x|zugferd-invoice|xrechnung|order-x)\.xml$/i;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);

const linesOf = (pages: readonly Page[]): Line[] => pages.flatMap(({ lines }) => lines);

const perPage = (total: number, pages: number): number => total / Math.max(1, pages);

/** Counts on lines, with the first one as the place to look at. */
function seen(pages: readonly Page[], count: (line: Line) => number, scale = (total: number, _pages: number): number => total): Measure {
  let total = 0;
  let first: { page: number; box: Box } | undefined;
  for (const { page, lines } of pages) {
    for (const line of lines) {
      const here = count(line);
      if (here > 0) first ??= { page, box: line.box };
      total += here;
    }
  }
  return { value: scale(total, pages.length), ...first };
}

function shareOfWords(pages: readonly Page[], counts: (line: Line) => boolean): Measure {
  const lines = linesOf(pages);
  const all = sum(lines.map(({ words }) => words.length));
  return { value: all === 0 ? 0 : sum(lines.filter(counts).map(({ words }) => words.length)) / all };
}

function heightToWidth(page: Page | undefined): number {
  if (page === undefined || page.lines.length === 0) return 0;
  const boxes = page.lines.map(({ box }) => box);
  const width = Math.max(...boxes.map(([, , x1]) => x1)) - Math.min(...boxes.map(([x0]) => x0));
  const height = Math.max(...boxes.map(([, , , y1]) => y1)) - Math.min(...boxes.map(([, y0]) => y0));
  return width > 0 ? height / width : 0;
}

function itemTables(tables: readonly Table[]): Measure {
  const found = tables.filter(listsItems);
  const [first] = found;
  return { value: found.length, ...(first && { page: first.page, box: first.bbox }) };
}

/** Told by what stands in the columns, so in any language. */
function listsItems({ rows }: Table): boolean {
  const columns = rows[0]?.map((_, column) => rows.map((row) => row[column] ?? '').filter((text) => text !== '')) ?? [];
  const most = (texts: readonly string[], what: RegExp): boolean =>
    texts.length > 0 && texts.filter((text) => what.test(text)).length > texts.length / 2;
  const numbers = columns.filter((texts) => most(texts, numeric));
  return numbers.length >= 2 && numbers.some((texts) => most(texts, amountCell)) && columns.some((texts) => most(texts, wordy));
}

const numeric = /^[^\p{L}]{0,4}\p{L}{0,3}[^\p{L}]*\d[^\p{L}]*\p{L}{0,4}\.?$/u;
const amountCell = /\d[.,]\d{2}(?!\d)/;
const wordy = /\p{L}{3}/u;

/** Short lines whose numbers count up, wherever they stand. */
function numberedItems(pages: readonly Page[]): number {
  let next = 1;
  for (const { words } of linesOf(pages)) {
    const number = /^(\d{1,2})[.)]?$/.exec(words[0]?.text ?? '')?.[1];
    if (number !== undefined && Number(number) === next && words.length <= proseLine + 1) next++;
  }
  return next - 1;
}

function paymentCodes(pages: readonly Page[]): Measure {
  const codes = pages.flatMap(({ page, barcodes = [] }) => barcodes.filter(({ text }) => paymentCode.test(text)).map(({ box }) => ({ page, box })));
  return { value: codes.length, ...codes[0] };
}

/** How the payloads of EPC069-12 and of the Swiss QR-bill begin. */
const paymentCode = /^(?:BCD\r?\n00[12]|SPC\r?\n0200)/;
