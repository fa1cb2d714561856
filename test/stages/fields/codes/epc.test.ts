import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEpc } from '../../../../src/stages/fields/codes/epc.ts';
import { creditorReferences, ibans } from '../../../support/account-numbers.ts';
import { anyText } from '../../../support/any-text.ts';

const word = fc.stringMatching(/^[A-Za-zÄÖÜäöüß&.,0-9]{1,12}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const amount = fc.integer({ min: 1, max: 99_999_999_999 }).map((cents) => (cents / 100).toFixed(2));

const transfer = fc.record({
  version: fc.constantFrom('001', '002'),
  bic: fc.constantFrom('', 'MARKDEF1100', 'RZBAATWW'),
  name: phrase,
  iban: fc.oneof(ibans('DE', /^\d{18}$/), ibans('AT', /^\d{16}$/)),
  amount: fc.option(amount, { nil: undefined }),
  reference: creditorReferences(),
  message: phrase,
  which: fc.constantFrom('reference', 'message', 'none'),
  end: fc.constantFrom('\n', '\r\n'),
});

type Transfer = typeof transfer extends fc.Arbitrary<infer T> ? T : never;

function written({ version, bic, name, iban, amount, reference, message, which, end }: Transfer): string {
  const paid = amount === undefined ? '' : `EUR${amount}`;
  return ['BCD', version, '1', 'SCT', bic, name, iban, paid, '', which === 'reference' ? reference : '', which === 'message' ? message : '']
    .join(end)
    .trimEnd();
}

const valuesOf = (text: string): Record<string, unknown> => Object.fromEntries((readEpc(text)?.values ?? []).map(({ name, value }) => [name, value]));

describe('the code of a SEPA transfer', () => {
  it('is read back as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(transfer, (terms) => {
        expect(valuesOf(written(terms))).toEqual({
          vendor_name: terms.name,
          iban: terms.iban,
          currency: 'EUR',
          ...(terms.bic !== '' && { bic: terms.bic }),
          ...(terms.amount !== undefined && { amount_due: Number(terms.amount) }),
          ...(terms.which !== 'none' && { payment_reference: terms[terms.which] }),
        });
      }),
    );
  });

  it('is refused when a digit of its account is wrong', () => {
    fc.assert(
      fc.property(transfer, fc.integer({ min: 2, max: 19 }), fc.integer({ min: 1, max: 9 }), (terms, at, by) => {
        const digit = (Number(terms.iban[at]) + by) % 10;
        const iban = `${terms.iban.slice(0, at)}${digit}${terms.iban.slice(at + 1)}`;
        expect(readEpc(written({ ...terms, iban }))).toBeUndefined();
      }),
    );
  });

  it('keeps the exact amount and names the checks', () => {
    const text = written({
      version: '002',
      bic: '',
      name: 'A',
      iban: 'DE89370400440532013000',
      amount: '100.10',
      reference: 'RF18539007547034',
      message: '',
      which: 'reference',
      end: '\n',
    });
    const values = readEpc(text)?.values;
    expect(values).toContainEqual({ name: 'amount_due', value: 100.1, raw: 'EUR100.10', decimal: '100.10', confidence: 0.98 });
    expect(values).toContainEqual(expect.objectContaining({ name: 'iban', checks: ['iban-checksum'] }));
    expect(values).toContainEqual(expect.objectContaining({ name: 'payment_reference', checks: ['reference-checksum'] }));
  });

  it('leaves out a creditor reference with wrong check digits, which is no reason to doubt the account', () => {
    const text = ['BCD', '002', '1', 'SCT', '', 'A', 'DE89370400440532013000', 'EUR1', '', 'RF19539007547034'].join('\n');
    expect(valuesOf(text)).toEqual({ vendor_name: 'A', iban: 'DE89370400440532013000', amount_due: 1, currency: 'EUR' });
  });

  // Readers of codes cannot know that a byte above 127 is a letter of central Europe, or a Greek one.
  it.each([
    ['3', [0x4c, 0xf3, 0x64, 0xbc], 'Lódź'],
    ['6', [0xc1, 0xe8, 0xde], 'Αθή'],
    ['2', [0x4d, 0xfc, 0x6c], 'Mül'],
  ])('is read in the character set %s that it names', (set, bytes, name) => {
    const text = ['BCD', '001', set, 'SCT', 'MARKDEF1100', Buffer.from(bytes).toString('latin1'), 'DE89370400440532013000'].join('\n');
    expect(valuesOf(text)).toMatchObject({ vendor_name: name });
  });

  it.each([
    ['another version', 'BCD\n003\n1\nSCT\n\nA\nDE89370400440532013000'],
    ['another kind of order', 'BCD\n002\n1\nSDD\n\nA\nDE89370400440532013000'],
    ['an amount in another notation', 'BCD\n002\n1\nSCT\n\nA\nDE89370400440532013000\nEUR1,50'],
    ['a name longer than names may be', `BCD\n002\n1\nSCT\n\n${'A'.repeat(71)}\nDE89370400440532013000`],
    ['nobody to pay', 'BCD\n002\n1\nSCT\n\n\nDE89370400440532013000'],
    ['more lines than it may have', `BCD\n002\n1\nSCT\n\nA\nDE89370400440532013000${'\n1'.repeat(6)}`],
  ])('is refused with %s', (_, text) => expect(readEpc(text)).toBeUndefined());

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { maxLength: 14 }), (lines) => {
        readEpc(lines.join('\n'));
        readEpc(['BCD', '002', '3', 'SCT', ...lines].join('\n'));
      }),
    );
  });
});
