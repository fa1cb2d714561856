import { expect, test } from 'vitest';
import type { Table } from '../../../../src/model/table.ts';
import { readInvoice } from '../../../../src/stages/fields/invoice/read-invoice.ts';
import { findTables } from '../../../../src/stages/tables/find-tables.ts';
import { sourceFor } from '../../../support/reader-source.ts';
import { typedDocument } from '../../../support/typed-document.ts';
import { typedPage } from '../../../support/typed-page.ts';

function itemsOf(pages: readonly string[], tables: Table[] = []): unknown {
  return readInvoice(sourceFor(typedDocument(pages, { tables }), 'invoice')).find(({ name }) => name === 'line_items')?.value;
}

const ruled = `
Invoice 17

Pos    Description            Qty       Unit price     VAT %      Total
=======================================================================
1      Oak shelf,              2 pcs        12.50        20        25.00
       planed
2      Hinge                  10 pcs         0.75        20         7.50
       Subtotal                                                    32.50
       Total                                                       39.00
`;

test('rows of a table become lines with the names that e-invoices give them; sums are no lines', () => {
  expect(itemsOf([ruled], findTables(typedPage(ruled)))).toEqual([
    { position: '1', description: 'Oak shelf, planed', quantity: 2, unit: 'pcs', unit_price: 12.5, tax_rate: 20, amount: 25 },
    { position: '2', description: 'Hinge', quantity: 10, unit: 'pcs', unit_price: 0.75, tax_rate: 20, amount: 7.5 },
  ]);
});

test('where no table was found, header words and the rows below them are enough', () => {
  expect(itemsOf([ruled.replace(/=/g, ' ')])).toEqual(itemsOf([ruled], findTables(typedPage(ruled))));
});

test('lines go on where the header stands again on the next page', () => {
  const [first, second] = [
    'Description         Qty      Price      Amount\nNail                  3       0.10        0.30\n',
    'Description         Qty      Price      Amount\nPlank                 2       4.85        9.70\n                           Total         10.00\n',
  ];
  expect(itemsOf([first, second])).toEqual([
    { description: 'Nail', quantity: 3, unit_price: 0.1, amount: 0.3 },
    { description: 'Plank', quantity: 2, unit_price: 4.85, amount: 9.7 },
  ]);
});

test('lines go on without a header on the next page, down to the first sum', () => {
  const [first, second] = [
    'Description         Qty      Price      Amount\nNail                  3       0.10        0.30\n',
    'Mill & Sons Ltd     page 2 of 2\n\nPlank                 2       4.85        9.70\n                           Total         10.00\nTerms               5 days    0.00        0.00',
  ];
  expect(itemsOf([first, second])).toEqual([
    { description: 'Nail', quantity: 3, unit_price: 0.1, amount: 0.3 },
    { description: 'Plank', quantity: 2, unit_price: 4.85, amount: 9.7 },
  ]);
});

test('a summary of taxes is no list of lines', () => {
  expect(itemsOf(['Rate       Net       VAT amount\n20 %     100.00         20.00\n5 %       10.00          0.50'])).toBeUndefined();
});

test('labels of columns are no labels of sums', () => {
  const fields = readInvoice(
    sourceFor(
      typedDocument([
        'Description         Qty      Price       Total\nNail                  3       0.10        0.30\n\n                         Invoice total    0.36',
      ]),
      'invoice',
    ),
  );
  expect(fields.find(({ name }) => name === 'total')?.value).toBe(0.36);
});
