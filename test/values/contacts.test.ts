import { describe, expect, it } from 'vitest';
import { readValue } from '../../src/values/read-value.ts';
import { english } from '../support/locales.ts';
import { candidatesIn, valuesOf } from '../support/seen-values.ts';

describe('telephone numbers', () => {
  it.each([
    ['Tel: 03-7731 8169', '0377318169'],
    ['Tel. No. : 0111-558 0000', '01115580000'],
    ['call +1 (555) 123-4567', '+15551234567'],
    ['+49 (0) 30 1234567', '+49301234567'],
    ['0049 30 1234567', '0049301234567'],
    ['030/1234567', '0301234567'],
    ['(212) 555-0100', '2125550100'],
    ['555-123-4567', '5551234567'],
    ['H/P:012-3163818', '0123163818'],
    ['Téléphone 01 23 45 67 89', '0123456789'],
  ])('finds the one in %j', (line, digits) => {
    expect(valuesOf('phone', candidatesIn(line))).toEqual([digits]);
  });

  it.each(['GST Reg No 000067710976', 'Ref 001260452', '12.03.2018', '1.234.567,89', 'No. 4711 0815 1234', 'Tel. 12', 'NL00333599698'])(
    'sees none in %j',
    (line) => {
      expect(valuesOf('phone', candidatesIn(line))).toEqual([]);
    },
  );

  it('are read whole in any grouping, and refused with too many digits', () => {
    expect(readValue('phone', '030 - 123 45 67', english)?.value).toBe('0301234567');
    expect(readValue('phone', '1234567890123456', english)).toBeUndefined();
  });
});

describe('addresses on the net', () => {
  it('are found without the marks of the sentence around them', () => {
    const found = candidatesIn('Write to (Jo.Doe+x@Mail.example.co.uk), or see https://example.org/a?b=1. Or www.example.com!');
    expect(found.map(({ kind, value }) => [kind, value])).toEqual([
      ['email', 'jo.doe+x@mail.example.co.uk'],
      ['url', 'https://example.org/a?b=1'],
      ['url', 'www.example.com'],
    ]);
  });

  it.each(['a@b', '@example.com', 'a@b@example', 'www.', 'http://'])('are none in %j', (line) => {
    expect(candidatesIn(line)).toEqual([]);
  });
});

describe('percentages', () => {
  it.each([
    ['19 %', '19'],
    ['7,5%', '7.5'],
    ['-3.00 %', '-3.00'],
    ['5 percent', '5'],
  ])('%s is %s', (text, decimal) => {
    expect(readValue('percent', text, english)?.decimal).toBe(decimal);
  });
});

describe('currencies', () => {
  it('are read from codes, signs and names', () => {
    expect(['EUR', '€', 'euros', 'US dollars', 'RM', 'kr', 'Swiss Francs'].map((text) => readValue('currency', text, english)?.value)).toEqual([
      'EUR',
      'EUR',
      'EUR',
      'USD',
      'MYR',
      'SEK',
      'CHF',
    ]);
    expect(readValue('currency', 'hello', english)).toBeUndefined();
  });

  it('are found in running text, but not in words', () => {
    expect(valuesOf('currency', candidatesIn('All prices in EUR, not in EUROPE, BHD. or TRY'))).toEqual(['EUR']);
  });
});
