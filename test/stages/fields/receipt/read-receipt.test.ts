import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../support/any-text.ts';
import { photographedFields, tillFields, valuesByName } from '../../../support/till-receipt.ts';
import { tillSamples } from '../../../support/till-samples.ts';

describe('readReceipt', () => {
  test.each(Object.entries(tillSamples))('reads a receipt as it is printed %s', (_, { text, values }) => {
    expect(valuesByName(tillFields(text))).toEqual(values);
  });

  test.each(Object.entries(tillSamples))('finds who, when and how much on a photo of one %s', (_, { text, values }) => {
    const { merchant_name, transaction_date, total } = values;
    expect(valuesByName(photographedFields(text))).toMatchObject({ merchant_name, transaction_date, total });
  });

  test('gives every value its place, its raw text, the rule and the checks it passed', () => {
    const fields = tillFields(tillSamples['in Malaysia, rounded to five sen']?.text ?? '');
    expect(fields.length).toBeGreaterThan(5);
    for (const field of fields) {
      expect(field.by).toBe(`receipt/${field.name}`);
      expect(field.page).toBe(1);
      expect(field.raw).not.toBe('');
      expect(field.bbox?.every(Number.isFinite)).toBe(true);
      expect(field.confidence).toBeGreaterThan(0.5);
      expect(field.confidence).toBeLessThanOrEqual(1);
    }
    expect(fields.find(({ name }) => name === 'total')).toMatchObject({
      raw: 'RM 7.95',
      decimal: '7.95',
      checks: expect.arrayContaining(['paid-less-change']) as string[],
    });
  });

  test('takes any text that a page may hold', () => {
    const rows = fc.array(
      fc.oneof(anyText(), fc.constantFrom('TOTAL', 'CASH 1.00', 'Date: 99/99/9999', '0.00', 'SDN BHD', 'GST SUMMARY', '-1.50 TOTAL -0.00')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (texts) => {
        for (const { confidence, value } of photographedFields(texts.join('\n'))) {
          expect(confidence).toBeLessThan(1);
          expect(value).not.toBeNaN();
        }
      }),
    );
  });

  test('says nothing of a page without a receipt', () => {
    expect(tillFields('\n\n')).toEqual([]);
  });
});
