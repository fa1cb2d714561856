import { describe, expect, test } from 'vitest';
import { structureNames } from '../../../src/document-type/structure.ts';
import type { Structure } from '../../../src/document-type/structure.ts';
import type { Document } from '../../../src/model/document.ts';
import type { Table } from '../../../src/model/table.ts';
import { measure } from '../../../src/stages/classify/measure.ts';
import { typedDocument } from '../../support/typed-document.ts';

function measured(structure: Structure, pages: readonly string[], more: Partial<Document> = {}): number {
  const document = typedDocument(pages, more);
  return measure(structure, document, document.pages).value;
}

const table = (rows: string[][]): Table => ({ page: 1, bbox: [1, 2, 3, 4], method: 'lattice', confidence: 1, headers: [], rows, cells: [] });

const code = (text: string): Partial<Document> => {
  const document = typedDocument(['x']);
  return { pages: document.pages.map((page) => ({ ...page, barcodes: [{ format: 'QRCode', text, box: [1, 2, 3, 4] }] })) };
};

describe('what is measured', () => {
  test.each<[Structure, string[], number]>([
    ['pages', ['a', 'b'], 2],
    ['words', ['a b\nc', 'd'], 4],
    ['prose', ['one two three four five six seven eight nine\nten'], 0.9],
    ['words_per_line', ['a b\nc d e f'], 3],
    ['height_to_width', ['aaaaaaaaaa\n'.repeat(9)], 106 / 50],
    ['amounts', ['Bread 1.20 and 1.234,50\nRM 12, 3 pieces', 'no.12 on 03.03.2026'], 1.5],
    ['dated_amounts', ['02.02. Water -45,10\n2 Feb Water 45.10\n05/02/2026 Pay 10.00 EUR\n12/02/2026 no amount'], 2],
    ['time_stamps', ['06-05-2018 12:43:19\n12:16 06/05/18\nOct 3, 2015 12:16\n06-05-2018\n12:16'], 3],
    ['year_ranges', ['2015 – 2019 miller\n2019 - today\nMay 2011 to June 2012\n2015 was good\n1-2015-2019-3'], 4],
    ['captions', ['Name: Ann\nName:\nAnn\nhttp://mill.example'], 0.5],
    ['blanks', ['Name ________ Date ____\nPlace ............\nAge . . . . . . .\nWell ... yes __'], 4],
    ['check_boxes', ['[ ] yes [x] no □ perhaps ☒ never [1]'], 4],
    ['numbered_items', ['1. Name\nand more\n2. Age\n4. Place\n3) Date'], 3],
  ])('%s', (structure, pages, value) => {
    expect(measured(structure, pages)).toBeCloseTo(value, 5);
  });

  test('tables of items are those with descriptions and with numbers of which some are amounts, in any language', () => {
    const items = table([
      ['Regal', '2', '190,00'],
      ['Montage', '3 Std', '45,00 €'],
      ['', '', '425,00'],
    ]);
    const people = table([
      ['Ann', '1990', '12'],
      ['Karl', '1991', '14'],
    ]);
    expect(measured('item_tables', ['x'], { tables: [people] })).toBe(0);
    const document = typedDocument(['x'], { tables: [people, items] });
    expect(measure('item_tables', document, document.pages)).toEqual({ value: 1, at: { page: 1, bbox: [1, 2, 3, 4] } });
  });

  test('form fields, payment codes and invoice files are counted', () => {
    const fields = [{ name: 'a', kind: 'text', value: 'x', page: 1, bbox: [1, 2, 3, 4] }] as const;
    const document = typedDocument(['x'], { form: [...fields] });
    expect(measure('form_fields', document, document.pages)).toEqual({ value: 1, at: { page: 1, bbox: [1, 2, 3, 4] } });
    expect(measured('payment_codes', ['x'], code('BCD\n002\n1\nSCT\n'))).toBe(1);
    expect(measured('payment_codes', ['x'], code('SPD*1.0*ACC:CZ00*AM:12.50'))).toBe(1);
    expect(measured('payment_codes', ['x'], code('SPC\r\n0200\r\n1\r\n'))).toBe(1);
    expect(measured('payment_codes', ['x'], code('https://mill.example'))).toBe(0);
    const file = { media_type: 'text/xml', bytes: 1, sha256: '' };
    const attachments = [
      { ...file, filename: 'Factur-X.xml' },
      { ...file, filename: 'photo.xml' },
    ];
    expect(measured('invoice_files', ['x'], { attachments })).toBe(1);
  });

  // Catches a division by nothing.
  test.each(structureNames)('%s of a document without a word is a number', (structure) => {
    expect(Number.isFinite(measured(structure, []))).toBe(true);
    expect(Number.isFinite(measured(structure, ['']))).toBe(true);
  });

  // Catches a pattern that tries every way to divide a long line: this takes minutes then.
  test.each(['1.', ' ', '_ ', '. ', '2015 ', '12:', 'a:', '1,234', '[ ', '06-05-', '9 '])('lines of many "%s" take no time', (piece) => {
    const document = typedDocument([]);
    const text = piece.repeat(200_000 / piece.length);
    const line = { text, box: [0, 0, 500, 10] as const, words: [{ text, box: [0, 0, 500, 10] as const }], size: 10 };
    const page = { page: 1, width: 600, height: 800, rotation: 0, method: 'text' as const, text, lines: [line] };
    for (const structure of structureNames) expect(measure(structure, { ...document, pages: [page] }, [page]).value).toBeGreaterThanOrEqual(0);
  });
});
