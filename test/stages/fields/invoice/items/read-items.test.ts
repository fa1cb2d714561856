import { expect, test } from 'vitest';
import type { FieldRow } from '../../../../../src/model/field.ts';
import { readInvoice } from '../../../../../src/stages/fields/invoice/read-invoice.ts';
import { sourceFor } from '../../../../support/reader-source.ts';
import { typedDocument } from '../../../../support/typed-document.ts';

function linesOf(...pages: string[]): readonly FieldRow[] {
  const found = readInvoice(sourceFor(typedDocument(pages), 'invoice')).find(({ name }) => name === 'line_items')?.value;
  return typeof found === 'object' ? found : [];
}

const amountsOf = (...pages: string[]): unknown[] => linesOf(...pages).map(({ amount }) => amount);

const head = 'Description            Qty     Price     Amount\n';

test('the header of another table ends the lines, also where it heads its columns with the same words', () => {
  const page = `${head}Bolts                  100      0.10      10.00
Nuts                    50      0.20      10.00
Tax base               VAT      Rate       Tax amount
Goods                20.00        20       4.00
Net total                                 20.00
VAT                                        4.00
Total                                     24.00`;
  expect(amountsOf(page)).toEqual([10, 10]);
});

test('a sum that is carried to the next page is no line', () => {
  const first = `${head}Nails                   10      1.00      10.00\nScrews                  20      2.00      40.00\nCarried forward                           50.00`;
  const second = `${head}Brought forward                           50.00\nGlue                     5      3.00      15.00\n                         Total            65.00`;
  expect(amountsOf(first, second)).toEqual([10, 40, 15]);
});

test('lines go on below the sums of parts where all of them make the net sum', () => {
  const page = `${head}Cabinet                  2    190.00     380.00
Worktop                  1    240.00     240.00
Subtotal kitchen                         620.00
Mirror                   3     80.00     240.00
Subtotal bathroom                        240.00
Net total                                860.00
VAT                                      172.00
Total                                  1,032.00`;
  expect(amountsOf(page)).toEqual([380, 240, 240]);
});

test('freight is a line where the sum of lines needs it, and none where it stands behind the sum', () => {
  const goods = `${head}Hose                     2     19.00      38.00\n`;
  const freight = 'Shipping                                   6.00\n';
  const within = `${goods}${freight}                         Subtotal         44.00\n                         VAT               8.80\n                         Total            52.80`;
  const behind = `${goods}                         Subtotal         38.00\n${freight}                         Total            44.00`;
  expect(amountsOf(within)).toEqual([38, 6]);
  expect(amountsOf(behind)).toEqual([38]);
});

test('what is taken off below a line comes off its amount', () => {
  const page = `
Pos  Description            Qty     Unit     Price    Amount
1    Cable                    3     m         4.00     12.00
                                    less 10 % rebate   -1.20
2    Plug                    10     pcs       2.00     20.00
     Net total                                         30.80`;
  expect(linesOf(page)).toEqual([
    { position: '1', description: 'Cable', quantity: 3, unit: 'm', unit_price: 4, amount: 10.8 },
    { position: '2', description: 'Plug', quantity: 10, unit: 'pcs', unit_price: 2, amount: 20 },
  ]);
});

test('numbers in remarks below a line begin no line', () => {
  const page = `${head}Meter reading            2     19.00      38.00
Old price    25.00   new value: 4.50
Readings     from 543210 to: 544420
Hose                     1      2.00       2.00
                         Total            40.00`;
  expect(amountsOf(page)).toEqual([38, 2]);
});

test('a column of 1, 2, 3 headed "Item" counts the lines', () => {
  const page = `
Item   Description         Qty     Price     Amount
1      Garden hose           2     19.00      38.00
2      Watering can          3      8.00      24.00
                           Total              62.00`;
  expect(linesOf(page).map(({ position, item_number: number }) => [position, number])).toEqual([
    ['1', undefined],
    ['2', undefined],
  ]);
});

test('descriptions that stand above the rows of their numbers belong to these', () => {
  const page = `
Description            Qty       Price      Amount
Garden shears
                         2       15.00       30.00
Rose shears with a long handle
yellow, two years of warranty
                         1       22.00       22.00
                       Total                 52.00`;
  expect(linesOf(page)).toEqual([
    { description: 'Garden shears', quantity: 2, unit_price: 15, amount: 30 },
    { description: 'Rose shears with a long handle yellow, two years of warranty', quantity: 1, unit_price: 22, amount: 22 },
  ]);
});

test('a remark above the lines does not turn descriptions upside down', () => {
  const page = `
Number                        Qty       Price      Amount
            Description

            Delivered as agreed

AB-1                            2       15.00       30.00
            Garden shears

AB-2                            1       22.00       22.00
            Rose shears
                              Total                 52.00`;
  expect(linesOf(page).map(({ description, amount }) => [amount, description])).toEqual([
    [30, 'Garden shears'],
    [22, 'Rose shears'],
  ]);
});

test('lines that no header names are read where they make the sum below them, and only there', () => {
  const list = (sum: string): string => `Invoice 88

Thank you for your order.
Liability cover                          50.00
Glass cover                              20.00
Subtotal                                 ${sum}
Tax 10 %                                  7.00
Total                                    77.00`;
  expect(linesOf(list('70.00'))).toEqual([
    { description: 'Liability cover', amount: 50 },
    { description: 'Glass cover', amount: 20 },
  ]);
  expect(linesOf(list('71.00'))).toEqual([]);
});
