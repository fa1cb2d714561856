import { describe, expect, test } from 'vitest';
import type { Field } from '../../../../src/model/field.ts';
import { photographedFields, tillFields } from '../../../support/till-receipt.ts';

const head = '\n  BINTANG TRADING\n  NO 4, JALAN MAWAR\n  43300 SERDANG\nInvoice 123\n';
const sums = 'Tea      4.00\nTOTAL    4.00\n';

function dateOf(rows: string, read = tillFields): Field | undefined {
  return read(`${head}${rows}\n${sums}`).find(({ name }) => name === 'transaction_date');
}

function confidenceOf(rows: string, read = tillFields): number {
  return dateOf(rows, read)?.confidence ?? 0;
}

describe('The day of a purchase', () => {
  test.each(['Expiry date: 30/06/2019', 'Printed on 09/03/2018', 'Valid until 30/06/2019', 'MEMBER SINCE 01/02/2011'])(
    'is not the one of "%s"',
    (other) => {
      expect(dateOf(`${other}\nDate: 07/03/2018`)?.value).toBe('2018-03-07');
      expect(dateOf(`07/03/2018 14:05\n${other}`)?.value).toBe('2018-03-07');
    },
  );

  test('stands beside the time', () => {
    expect(dateOf('Promo 01/01/2018\n07/03/2018 14:05')?.value).toBe('2018-03-07');
  });

  test('stands below its label, too', () => {
    expect(dateOf('Promo 01/01/2018\nDate        Cashier\n07/03/2018  AMIR')?.value).toBe('2018-03-07');
  });

  test('is surer when it is said twice, or when a number of the receipt holds it', () => {
    const once = confidenceOf('Date: 07/03/2018', photographedFields);
    const twice = dateOf('Date: 07/03/2018\n07/03/2018 14:05', photographedFields);
    const numbered = dateOf('Date: 07/03/2018\nBILL 0703180012', photographedFields);
    expect(twice?.confidence).toBeGreaterThan(once);
    expect(twice?.checks).toEqual(['said-twice']);
    expect(numbered?.confidence).toBeGreaterThan(once);
    expect(numbered?.checks).toEqual(['date-in-number']);
  });

  test('is less sure on a photo than in print, since digits are misread', () => {
    expect(confidenceOf('Date: 07/03/2018', photographedFields)).toBeLessThan(confidenceOf('Date: 07/03/2018'));
  });

  test('is read though its last digit was taken for a sign at the edge of the paper', () => {
    expect(dateOf('Date: 14/06/201¢', photographedFields)?.value).toBe('2018-06-14');
  });

  test('is read behind its label though the photo has lost its strokes', () => {
    expect(dateOf('Date: 14062018', photographedFields)?.value).toBe('2018-06-14');
    expect(dateOf('Member 14062018', photographedFields)).toBeUndefined();
  });

  test('is left out where the photo has made a day of it that is none', () => {
    expect(dateOf('09:17 41-05-17', photographedFields)).toBeUndefined();
  });
});

describe('The time of a purchase', () => {
  function timeOf(rows: string): unknown {
    return tillFields(`${head}${rows}\n${sums}`).find(({ name }) => name === 'transaction_time')?.value;
  }

  test('is the one of its day, not the opening hours', () => {
    expect(timeOf('Opening Hours 10:00 to 22:00\nDate: 07/03/2018 14:05')).toBe('14:05');
  });

  test('stands behind its label, or near the day', () => {
    expect(timeOf('Date: 07/03/2018\nCashier AMIR\nTable 4\nTime 2:05:33 PM')).toBe('14:05:33');
    expect(timeOf('07/03/2018\n14:05')).toBe('14:05');
  });
});
