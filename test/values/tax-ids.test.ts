import { describe, expect, it } from 'vitest';
import { vatNumbers } from '../../src/values/vat-numbers.ts';
import { readValue } from '../../src/values/read-value.ts';
import { english } from '../support/locales.ts';
import { candidatesIn, valuesOf } from '../support/seen-values.ts';

/** One that agrees with its check digit for every country, from the documentation of python-stdnum. */
const known = (
  'ATU13585627 BE0428759497 BG175074752 CHE100155212 CY10259033P CZ25123891 DE136695976 DK13585628 EE100931558 EL094259216 ' +
  'ESA58818501 ES54362315K ESX2482300W FI20774740 FR40303265045 GB980780684 HR33392005961 HU12892312 IE6433435F IE6433435OA IE8D79739I IT00743110157 ' +
  'LT119511515 LT100001919017 LU15027442 LV40003521600 MT11679112 NL004495445B01 NO995525828MVA PL8567346215 PT501964843 RO18547290 SE123456789701 ' +
  'SI50223054 SK2022749619 XI980780684'
).split(' ');

describe('VAT numbers', () => {
  it.each(known)('%s agrees with its check digit', (number) => {
    expect(readValue('tax_id', number, english)).toMatchObject({
      value: number,
      checks: ['vat-checksum'],
      scheme: `${number.slice(0, 2).toLowerCase()}-vat`,
    });
  });

  it('are known for every country that has a prefix', () => {
    expect(Object.keys(vatNumbers).filter((prefix) => !known.some((number) => number.startsWith(prefix)))).toEqual([]);
  });

  // Where a country takes a sum modulo 11 into one digit, or allows two rests, one digit can stand for two.
  it.each(known)('%s agrees no longer when its fourth digit is another one, but for one at most', (number) => {
    const at = number.search(/\d/) + 3;
    const others = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((more) => (Number(number.charAt(at)) + more) % 10);
    const agreeing = others.filter((digit) =>
      readValue('tax_id', `${number.slice(0, at)}${digit}${number.slice(at + 1)}`, english)?.checks.includes('vat-checksum'),
    );
    expect(agreeing.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['CHE-100.155.212 MWST', 'CHE100155212'],
    ['BE 0428.759.497', 'BE0428759497'],
    ['USt-IdNr. DE 136 695 976', 'DE136695976'],
    ['NL0044.95.445.B01', 'NL004495445B01'],
    ['FR 40 303 265 045', 'FR40303265045'],
  ])('are found grouped: %s', (line, number) => {
    expect(valuesOf('tax_id', candidatesIn(line))).toEqual([number]);
  });

  it('are not seen where a word of two letters stands before a number', () => {
    expect(valuesOf('tax_id', candidatesIn('Ref. NO 123 456 789 or BE 0123456789'))).toEqual([]);
  });
});

describe('other tax numbers', () => {
  it.each([
    ['GSTIN 29AAGCB7383J1Z4', '29AAGCB7383J1Z4', 'in-gstin', ['gstin-checksum']],
    ['ABN 51 824 753 556', '51824753556', 'au-abn', ['abn-checksum']],
    ['732 829 320 00074', '73282932000074', 'fr-siret', ['luhn-checksum']],
    ['SIREN : 732 829 320', '732829320', 'fr-siren', ['luhn-checksum']],
    ['EIN: 12-3456789', '12-3456789', 'us-ein', []],
    ['Steuernummer: 201/113/40209', '201/113/40209', 'de-steuernummer', []],
    ['GST Reg No: 001234567890', '001234567890', 'labelled', []],
    ['VAT Registration Number 123 4567 89', '123456789', 'labelled', []],
    ['P.IVA 00743110157', '00743110157', 'labelled', []],
  ])('finds %s', (line, value, scheme, checks) => {
    expect(candidatesIn(line)).toMatchObject([{ kind: 'tax_id', value, scheme, checks }]);
  });

  it.each(['GSTIN 29AAGCB7383J1Z5', 'ABN 51 824 753 557', '732 829 320 00075', 'Tax 123456.78', 'GST 6% 1234567', 'VAT No. 20'])(
    'sees none in %j',
    (line) => {
      expect(candidatesIn(line).filter(({ scheme }) => scheme !== undefined && scheme !== 'labelled')).toEqual([]);
      expect(valuesOf('tax_id', candidatesIn(line.replace('GSTIN ', '')))).toEqual([]);
    },
  );
});
