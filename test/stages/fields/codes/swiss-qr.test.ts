import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSwissQr } from '../../../../src/stages/fields/codes/swiss-qr.ts';
import { creditorReferences, ibans } from '../../../support/account-numbers.ts';
import { anyText } from '../../../support/any-text.ts';

/** Published check digits: of the example of the guidelines, and of numbers whose digits were summed by hand. */
const qrReferences = ['210000000003139471430009017', '000000000000000000000000000', '000000000000000000000000011'];

interface Bill {
  iban: string;
  creditor: readonly string[];
  amount: string;
  currency: string;
  debtor: readonly string[];
  kind: string;
  reference: string;
  message: string;
  more: readonly string[];
}

const bill: Bill = {
  iban: 'CH4431999123000889012',
  creditor: ['S', 'Mühle Muster AG', 'Seeweg', '12', '2501', 'Biel', 'CH'],
  amount: '1949.75',
  currency: 'CHF',
  debtor: ['K', 'Petra Probe', 'Marktgasse 28', '9400 Rorschach', '', '', 'CH'],
  kind: 'QRR',
  reference: '210000000003139471430009017',
  message: 'Order 17',
  more: [],
};

function written({ iban, creditor, amount, currency, debtor, kind, reference, message, more }: Bill): string {
  const ultimate = Array<string>(7).fill('');
  return ['SPC', '0200', '1', iban, ...creditor, ...ultimate, amount, currency, ...debtor, kind, reference, message, 'EPD', ...more].join('\r\n');
}

const valuesOf = (text: string): Record<string, unknown> =>
  Object.fromEntries((readSwissQr(text)?.values ?? []).map(({ name, value }) => [name, value]));

const plainIban = ibans('CH', /^0[0-8]\d{3}[0-9A-Z]{12}$/);

describe('the code of a Swiss QR-bill', () => {
  it('gives both parties, the account, what is to be paid, and the reference', () => {
    expect(valuesOf(written(bill))).toEqual({
      vendor_name: 'Mühle Muster AG',
      vendor_address: 'Seeweg 12, 2501 Biel',
      customer_name: 'Petra Probe',
      customer_address: 'Marktgasse 28, 9400 Rorschach',
      iban: bill.iban,
      amount_due: 1949.75,
      currency: 'CHF',
      payment_reference: bill.reference,
    });
    expect(readSwissQr(written(bill))?.values).toContainEqual(expect.objectContaining({ decimal: '1949.75' }));
    expect(readSwissQr(written(bill))?.values).toContainEqual(expect.objectContaining({ name: 'payment_reference', checks: ['reference-checksum'] }));
  });

  it('is read without amount and without debtor, which it may leave open', () => {
    const open = { ...bill, amount: '', debtor: Array<string>(7).fill('') };
    expect(Object.keys(valuesOf(written(open)))).toEqual(['vendor_name', 'vendor_address', 'iban', 'currency', 'payment_reference']);
  });

  it('is read back with any creditor reference, and with any message instead of one', () => {
    fc.assert(
      fc.property(plainIban, creditorReferences(), fc.stringMatching(/^[a-z]{1,20}$/), (iban, reference, message) => {
        expect(valuesOf(written({ ...bill, iban, kind: 'SCOR', reference }))).toMatchObject({ iban, payment_reference: reference });
        expect(valuesOf(written({ ...bill, iban, kind: 'NON', reference: '', message }))).toMatchObject({ payment_reference: message });
      }),
    );
  });

  it.each(qrReferences)('takes the QR reference %s', (reference) => {
    expect(valuesOf(written({ ...bill, reference }))).toMatchObject({ payment_reference: reference });
  });

  it('is refused when any digit of its reference is wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 26 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(bill.reference[at]) + by) % 10;
        const reference = `${bill.reference.slice(0, at)}${digit}${bill.reference.slice(at + 1)}`;
        expect(readSwissQr(written({ ...bill, reference }))).toBeUndefined();
      }),
    );
  });

  it.each<[string, Partial<Bill>]>([
    ['a QR reference for a plain account', { iban: 'CH9300762011623852957' }],
    ['no reference for an account that needs one', { kind: 'NON', reference: '' }],
    ['an account elsewhere', { iban: 'DE89370400440532013000' }],
    ['a wrong check digit of the account', { iban: 'CH4531999123000889012' }],
    ['another currency', { currency: 'USD' }],
    ['another notation of the amount', { amount: "1'949.75" }],
    ['no creditor', { creditor: Array<string>(7).fill('') }],
    ['too many lines', { more: ['', 'a', 'b', 'c'] }],
  ])('is refused with %s', (_, change) => expect(readSwissQr(written({ ...bill, ...change }))).toBeUndefined());

  it('is refused when lines are missing', () => {
    const lines = written(bill).split('\r\n');
    for (let at = 0; at < lines.length; at++) expect(readSwissQr(lines.toSpliced(at, 1).join('\n')), `without line ${at + 1}`).toBeUndefined();
  });

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { minLength: 28, maxLength: 31 }), (lines) => {
        readSwissQr(lines.join('\n'));
        readSwissQr(['SPC', '0200', '1', ...lines.with(26, 'EPD')].join('\n').slice(0, 5000));
      }),
    );
  });
});

describe('what a QR-bill says of its invoice', () => {
  const billed = (information: string) => valuesOf(written({ ...bill, more: [information] }));

  it('is read: number, day, tax number, and when it is due', () => {
    expect(billed('//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/2:10;0:30')).toMatchObject({
      invoice_number: '10201409',
      invoice_date: '2019-05-12',
      due_date: '2019-06-11',
      vendor_tax_id: 'CHE-106.017.086',
    });
  });

  it('has slashes and backslashes in its values', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[/\\a-z0-9]{1,12}$/), (number) => {
        expect(billed(`//S1/10/${number.replace(/[/\\]/g, '\\$&')}/11/260131`)).toMatchObject({ invoice_number: number, invoice_date: '2026-01-31' });
      }),
    );
  });

  it.each(['//S1/11/261331', '//S1/11/260230', '//S1/11/abc', '//S1/30/12', '//S2/10/7', 'Invoice 7', '//S1/10', '//S1/\\'])(
    'is left out where it is none: %s',
    (text) => {
      expect(Object.keys(billed(text))).toEqual(Object.keys(valuesOf(written(bill))));
    },
  );

  it('never fails on any text, and takes time that grows with its length alone', () => {
    fc.assert(fc.property(anyText(), (text) => void billed(`//S1/${text.replaceAll('\n', ' ')}`)));
    const start = performance.now();
    billed(`//S1/${'\\'.repeat(200_001)}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
