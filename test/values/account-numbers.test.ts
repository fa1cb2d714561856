import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValue } from '../../src/values/read-value.ts';
import { english } from '../support/locales.ts';
import { candidatesIn, candidatesInScan, valuesOf } from '../support/seen-values.ts';

/** Puts the check digits of ISO 7064 MOD 97-10 behind the country. */
function ibanOf(country: string, account: string): string {
  const digits = `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}

const ibans = fc.oneof(
  fc.stringMatching(/^[0-9]{18}$/).map((account) => ibanOf('DE', account)),
  fc.stringMatching(/^[0-9]{16}$/).map((account) => ibanOf('AT', account)),
  fc.stringMatching(/^[A-Z]{4}[0-9]{14}$/).map((account) => ibanOf('GB', account)),
  fc.stringMatching(/^[0-9]{5}[A-Z0-9]{12}$/).map((account) => ibanOf('CH', account)),
);

describe('account numbers', () => {
  it('are found with their checksum, together or in groups of four, wherever they stand in a line', () => {
    fc.assert(
      fc.property(ibans, fc.boolean(), (iban, grouped) => {
        const written = grouped ? iban.replace(/.{4}(?=.)/g, '$& ') : iban;
        const [found, ...more] = candidatesIn(`IBAN: ${written}, 12.00`).filter(({ kind }) => kind === 'iban');
        expect(more).toEqual([]);
        expect(found).toMatchObject({ value: iban, raw: written, checks: ['iban-checksum'] });
        expect(found).not.toHaveProperty('repaired');
      }),
    );
  });

  it('are refused with one digit changed, and never taken for amounts', () => {
    fc.assert(
      fc.property(ibans, fc.nat(), fc.integer({ min: 1, max: 9 }), (iban, place, more) => {
        const places = [...iban.matchAll(/\d/g)].map(({ index }) => index);
        const at = places[place % places.length] ?? 2;
        const changed = `${iban.slice(0, at)}${(Number(iban.charAt(at)) + more) % 10}${iban.slice(at + 1)}`;
        expect(readValue('iban', changed, english)).toBeUndefined();
        expect(valuesOf('amount', candidatesIn(changed))).toEqual([]);
      }),
    );
  });

  it('are mended where the format of the country and the checksum tell how, and say so', () => {
    expect(readValue('iban', 'DE89 37O4 0044 0532 0I30 00', english)).toMatchObject({ value: 'DE89370400440532013000', repaired: true });
    expect(readValue('iban', 'NL91 A8NA O417 1643 00', english)).toMatchObject({ value: 'NL91ABNA0417164300', repaired: true });
  });

  it.each(['DE89 3704 0044 0532 0130', 'DE89 3704 0044 0532 0130 001', 'XX89 3704 0044 0532 0130 00', 'DE89'])(
    'refuse a wrong length or country: %s',
    (text) => {
      expect(readValue('iban', text, english)).toBeUndefined();
    },
  );

  it('leave the words behind them alone', () => {
    expect(candidatesIn('IBAN DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX').map(({ raw, words }) => [raw, words])).toEqual([
      ['DE89 3704 0044 0532 0130 00', [1, 7]],
      ['COBADEFFXXX', [8, 9]],
    ]);
  });
});

describe('bank codes', () => {
  it('need a country, and a sign that they are none of the words in capitals', () => {
    expect(valuesOf('bic', candidatesIn('BIC: COBADEFF'))).toEqual(['COBADEFF']);
    expect(valuesOf('bic', candidatesIn('INGBNL2A'))).toEqual(['INGBNL2A']);
    expect(valuesOf('bic', candidatesIn('DELIVERY AND PAYMENTS'))).toEqual([]);
    expect(readValue('bic', 'COBAQQFF', english)).toBeUndefined();
  });

  it('are none of the words of a scan', () => {
    expect(valuesOf('bic', candidatesInScan('CASHBACK DISCOUNT'))).toEqual([]);
  });
});
