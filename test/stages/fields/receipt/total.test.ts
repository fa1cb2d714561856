import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { photographedFields, tillFields, valuesByName } from '../../../support/till-receipt.ts';

const head = `
     HILLTOP STORES LTD
     3 Station Road
     Tel: 01234 567890
Receipt 4711
`;

function totalOf(rows: string): unknown {
  return valuesByName(tillFields(head + rows)).total;
}

function totalOnPhoto(rows: string): unknown {
  return valuesByName(photographedFields(head + rows)).total;
}

describe('The total of a receipt', () => {
  test('is not the number of pieces, nor the points, which are labelled as totals, too', () => {
    expect(
      totalOf(`
Soap                     4.00
Towel                    9.50
TOTAL QTY                2.00
TOTAL                   13.50
TOTAL POINTS           135.00
`),
    ).toBe(13.5);
  });

  test('is what is paid after rounding, with its own row or without', () => {
    const before = `
Soap                     4.02
Towel                    9.50
TOTAL                   13.52
ROUNDING                -0.02
`;
    expect(totalOf(`${before}TOTAL ROUNDED           13.50\nCASH                    20.00\nCHANGE                   6.50\n`)).toBe(13.5);
    expect(totalOf(`${before}CASH                    20.00\nCHANGE                   6.50\n`)).toBe(13.5);
  });

  test('is with tax, not before it, and not the total of the table of tax rates', () => {
    expect(
      totalOf(`
Soap                    10.00
Total Excl. GST         10.00
Total GST                0.60
Total Incl. GST         10.60
GST Summary   Amount     Tax
SR 6%          10.00    0.60
Total          10.00    0.60
`),
    ).toBe(10.6);
  });

  test('is less than what was given, and more than what was saved', () => {
    expect(
      totalOf(`
Soap                    10.00
Discount                 1.50
Total Savings            1.50
To pay                   8.50
Cash                    50.00
Change                  41.50
`),
    ).toBe(8.5);
  });

  test('follows from what was given and given back where the photo has lost it', () => {
    const fields = photographedFields(`${head}
Soap                     4.00
Towel                    9.50
T
CASH                    20.00
CHANGE                   6.50
`);
    expect(fields.find(({ name }) => name === 'total')).toMatchObject({ value: 13.5, checks: ['paid-less-change', 'items-add-up'] });
  });

  test('is found behind a label with a misread letter', () => {
    expect(totalOnPhoto('Soap       4.00\nT0TAI      4.00\nCA5H       5.00\nCHAMGE     1.00\n')).toBe(4);
  });

  test('may have lost its point, where others have theirs', () => {
    expect(totalOnPhoto('Soap       4.00\nTowel      9.50\nTOTAL     1350\nCASH      20.00\nCHANGE     6.50\n')).toBe(13.5);
    expect(totalOnPhoto('Soap       4.00\nTowel      9.50\nTOTAL     13 50\nCASH      20.00\nCHANGE     6.50\n')).toBe(13.5);
  });

  test('is not taken from a misread label when two sums agree on a number that looks like it', () => {
    expect(totalOnPhoto('Soap      14.30\nTowel     41.00\nSub Total     52.17\nGST            3.13\nTOTAL         66.30\n')).toBe(55.3);
  });

  test('stands in the row of its label though the photo has made two lines of it, or one below', () => {
    expect(totalOf('Soap       4.00\nTOTAL\n           4.00\nThank you\n')).toBe(4);
  });

  test('is left out where nothing tells which of two amounts it is', () => {
    expect(totalOf('Soap       4.00\nTowel      9.50\n')).toBeUndefined();
  });

  test('comes out of the sums of any receipt, and is sure of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5, max: 99_99 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0, 5, 6, 19, 21),
        fc.integer({ min: 0, max: 50 }),
        (prices, rate, notes) => {
          const net = prices.reduce((sum, price) => sum + price, 0);
          const tax = Math.round((net * rate) / 100);
          const given = Math.ceil((net + tax) / 1000) * 1000 + notes * 1000;
          const fields = tillFields(
            head +
              [
                ...prices.map((price, at) => row(`Article ${String.fromCharCode(65 + at)}`, price)),
                row('Subtotal', net),
                row(`VAT ${rate}%`, tax),
                row('TOTAL', net + tax),
                row('Cash', given),
                row('Change', given - net - tax),
              ].join('\n'),
          );
          const total = fields.find(({ name }) => name === 'total');
          expect(total).toMatchObject({ decimal: money(net + tax) });
          expect(total?.confidence).toBeGreaterThan(0.9);
        },
      ),
    );
  });
});

function row(label: string, cents: number): string {
  return label.padEnd(20) + money(cents).padStart(10);
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}
