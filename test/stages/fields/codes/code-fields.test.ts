import { expect, it } from 'vitest';
import type { Barcode, Page } from '../../../../src/model/page.ts';
import { codeFields } from '../../../../src/stages/fields/codes/code-fields.ts';

const page = (number: number, ...barcodes: Barcode[]): Page => ({
  page: number,
  width: 600,
  height: 800,
  rotation: 0,
  method: 'text',
  text: '',
  lines: [],
  barcodes,
});

const transfer = (amount: string, box: Barcode['box'] = [10, 20, 110, 120]): Barcode => ({
  format: 'QRCode',
  text: ['BCD', '002', '1', 'SCT', '', 'Muster GmbH', 'DE89370400440532013000', `EUR${amount}`].join('\n'),
  box,
});

it('gives what payment codes say, with the place of the code, and nothing of other codes', () => {
  const fields = codeFields({ pages: [page(1, { format: 'EAN13', text: '4006381333931', box: [0, 0, 9, 9] }), page(2, transfer('119.00'))] });
  expect(fields.map(({ name, value }) => [name, value])).toEqual([
    ['vendor_name', 'Muster GmbH'],
    ['iban', 'DE89370400440532013000'],
    ['amount_due', 119],
    ['currency', 'EUR'],
  ]);
  for (const field of fields) expect(field).toMatchObject({ page: 2, bbox: [10, 20, 110, 120], by: 'code/epc' });
});

it('gives what several codes agree on, and leaves out what they do not, as the amounts of instalments', () => {
  const fields = codeFields({ pages: [page(1, transfer('50.00'), transfer('70.00')), page(2, transfer('50.00'))] });
  expect(fields.map(({ name, page }) => [name, page])).toEqual([
    ['vendor_name', 1],
    ['iban', 1],
    ['currency', 1],
  ]);
});

it('has nothing to say of pages without codes', () => {
  expect(codeFields({ pages: [{ ...page(1), barcodes: undefined } as unknown as Page] })).toEqual([]);
});
