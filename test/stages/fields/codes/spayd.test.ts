import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSpayd } from '../../../../src/stages/fields/codes/spayd.ts';
import { creditorReferences, ibans } from '../../../support/account-numbers.ts';
import { anyText } from '../../../support/any-text.ts';

const valuesOf = (text: string): Record<string, unknown> =>
  Object.fromEntries((readSpayd(text)?.values ?? []).map(({ name, value }) => [name, value]));

const iban = 'CZ5855000000001265098001';

describe('a short payment descriptor', () => {
  it('gives account, amount, day and reference', () => {
    expect(valuesOf(`SPD*1.0*ACC:${iban}+RZBCCZPP*AM:450.50*CC:CZK*DT:20260228*RN:ML%C3%9DN%20A%2AS*X-VS:1234567890*MSG:DIKY`)).toEqual({
      vendor_name: 'MLÝN A*S',
      iban,
      bic: 'RZBCCZPP',
      amount_due: 450.5,
      currency: 'CZK',
      due_date: '2026-02-28',
      payment_reference: '1234567890',
    });
  });

  it('is read back with any account, amount, message and reference', () => {
    fc.assert(
      fc.property(
        ibans('DE', /^\d{18}$/),
        fc.integer({ min: 1, max: 99_999_999 }),
        anyText(),
        creditorReferences(),
        (account, cents, message, reference) => {
          const payable = `SPD*1.0*ACC:${account}*AM:${(cents / 100).toFixed(2)}`;
          const note = message.toWellFormed().trim();
          const withNote = valuesOf(`${payable}*MSG:${encodeURIComponent(note).replaceAll('*', '%2A')}`);
          expect(withNote).toEqual({ iban: account, amount_due: cents / 100, ...(note !== '' && { payment_reference: note }) });
          expect(valuesOf(`${payable}*RF:${reference}*X-VS:1`)).toMatchObject({ payment_reference: reference });
        },
      ),
    );
  });

  it.each([
    ['a wrong check digit', 'SPD*1.0*ACC:CZ5955000000001265098001*AM:1.00'],
    ['no account', 'SPD*1.0*AM:1.00'],
    ['another notation of the amount', `SPD*1.0*ACC:${iban}*AM:1,00`],
    ['another version', `SPD*9.0*ACC:${iban}`],
    ['an invoice without a payment', 'SID*1.0*ID:2001'],
  ])('is refused with %s', (_, text) => expect(readSpayd(text)).toBeUndefined());

  it('leaves out a day that there is not, and keeps a percent sign that is no code', () => {
    expect(valuesOf(`SPD*1.0*ACC:${iban}*DT:20260230*MSG:5% off`)).toEqual({ iban, payment_reference: '5% off' });
  });

  it('never fails on any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        readSpayd(text);
        readSpayd(`SPD*1.0*ACC:${iban}*${text}`);
      }),
    );
  });
});
