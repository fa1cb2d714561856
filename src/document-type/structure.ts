/** What can be measured of a document whatever its language. Each is a number; evidence says from where to where it speaks. */
export const structures = {
  pages: 'Pages.',
  words: 'Words, all pages together.',
  prose: 'Share (0–1) of the words that stand in long lines, as running text does.',
  words_per_line: 'Words of a line on average; receipts have few.',
  height_to_width: 'Height of the written part of the first page as a multiple of its width; receipts are tall.',
  amounts: 'Numbers with two decimals or a currency, on an average page.',
  item_tables: 'Tables with a column of descriptions and at least two of numbers, one of them amounts.',
  dated_amounts: 'Lines that begin with a date and end with an amount, on an average page, as in statements of account.',
  time_stamps: 'Lines that say the day and the time of the day, as tills and terminals print them.',
  year_ranges: 'Spans from one year or month to another, as in the stations of a career.',
  captions: 'Share (0–1) of the lines that are a label with a colon, alone or before a short value.',
  blanks: 'Underlines and dots to write on.',
  check_boxes: 'Boxes to tick.',
  numbered_items: 'Short lines that begin with a number counting up from 1, as the questions of forms do.',
  form_fields: 'Fields of a PDF form.',
  payment_codes: 'Matrix codes that hold a payment: EPC (GiroCode), Swiss QR-bill.',
  invoice_files: 'Attachments named as electronic invoices are.',
} as const satisfies Record<string, string>;

export type Structure = keyof typeof structures;

export const structureNames = Object.keys(structures) as [Structure, ...Structure[]];
