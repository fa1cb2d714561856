import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValue } from '../../src/values/read-value.ts';
import { american, english, german, unknown } from '../support/locales.ts';
import { candidatesIn, candidatesInScan, valuesOf } from '../support/seen-values.ts';

describe('amounts', () => {
  it.each([
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234,56', '1234.56'],
    ['1\u202f234.56', '1234.56'],
    ["1'234.56", '1234.56'],
    ['1’234.56', '1234.56'],
    ['12,34,567.00', '1234567.00'],
    ['1.000.000', '1000000'],
    ['0.123', '0.123'],
    ['007.50', '7.50'],
    ['(123.45)', '-123.45'],
    ['-123.45', '-123.45'],
    ['−123.45', '-123.45'],
    ['123.45-', '-123.45'],
    ['123.45 CR', '-123.45'],
    ['123.45 DR', '123.45'],
    ['+5.00', '5.00'],
    ['5,-', '5.00'],
    ['900719925474099.31', '900719925474099.31'],
  ])('reads %s as %s', (text, decimal) => {
    expect(readValue('amount', text, english)?.decimal).toBe(decimal);
  });

  it.each([
    ['€119,00', '119.00', 'EUR'],
    ['EUR 119.00', '119.00', 'EUR'],
    ['119,00 €', '119.00', 'EUR'],
    ['119,00EUR', '119.00', 'EUR'],
    ['RM33.90', '33.90', 'MYR'],
    ['$4.11', '4.11', 'USD'],
    ['$4.11 USD', '4.11', 'USD'],
    ['$4.11 CAD', '4.11', 'CAD'],
    ['US$ 12.00', '12.00', 'USD'],
    ['Rs. 319', '319', 'INR'],
    ['₹1,00,000.50', '100000.50', 'INR'],
    ['12 500 kr', '12500', 'SEK'],
    ['1 234,50 zł', '1234.50', 'PLN'],
    ['CHF 20.–', '20.00', 'CHF'],
    ['20.- CHF', '20.00', 'CHF'],
    ['£5', '5', 'GBP'],
    ['¥1000', '1000', 'JPY'],
    ['-$5.00', '-5.00', 'USD'],
    ['$-5.00', '-5.00', 'USD'],
    ['($5.00)', '-5.00', 'USD'],
    ['EUR119.00-', '-119.00', 'EUR'],
    ['$1.5 million', '1500000', 'USD'],
    ['EUR 2,355 Mrd.', '2355000000', 'EUR'],
  ])('reads %s as %s of %s', (text, decimal, currency) => {
    expect(readValue('amount', text, text.includes('Mrd') ? german : english)).toMatchObject({ decimal, currency });
  });

  it.each(['', '1.2.3', '1,23,4', '12/03/2018', '1.234,56.78', 'EUR', '12 34', 'a12.00'])('refuses %j', (text) => {
    expect(readValue('amount', text, english)).toBeUndefined();
  });

  it('takes the mark before three digits as the document uses it, and tells the other meaning', () => {
    expect(readValue('amount', '1.234', german)).toMatchObject({ decimal: '1234', others: ['1.234'] });
    expect(readValue('amount', '1.234', english)).toMatchObject({ decimal: '1.234', others: ['1234'] });
    expect(readValue('amount', '1,234', unknown)).toMatchObject({ decimal: '1234', others: ['1.234'] });
  });

  it('knows a sign of several currencies by the document', () => {
    expect(readValue('amount', '$5.00', { ...english, currency: 'SGD' })?.currency).toBe('SGD');
    expect(readValue('amount', '$5.00', { ...english, country: 'AU' })?.currency).toBe('AUD');
    expect(readValue('amount', '5 kr', { ...english, languages: ['da'] })?.currency).toBe('DKK');
  });

  it('finds amounts by their cents or their currency, and leaves other numbers to be numbers', () => {
    const found = candidatesIn('3 Bolts 12.50 EUR 40 2018 9,90');
    expect(valuesOf('amount', found)).toEqual(['12.50', '9.90']);
    expect(valuesOf('number', found)).toEqual(['3', '40', '2018']);
  });

  it('gives a currency between two numbers to the one that it belongs to', () => {
    const found = candidatesIn('1.00 $5.00 2.00 RM 6.00 7.00 € 2 € 3.00');
    expect(found.map(({ decimal, currency }) => [decimal, currency])).toEqual([
      ['1.00', undefined],
      ['5.00', 'USD'],
      ['2.00', undefined],
      ['6.00', 'MYR'],
      ['7.00', 'EUR'],
      ['2', undefined],
      ['3.00', 'EUR'],
    ]);
  });

  it.each([
    '12.03.2018',
    '192.168.10.20',
    'No. 4711-12.50',
    'tel. 030/1234.56',
    'EX-12.50',
    '12.50/3',
    '18.22 Uhr',
    'Mo.-Fr. 08.30 - 12.30 Uhr',
    '19.00 %',
  ])('sees no amount in %j', (line) => {
    expect(valuesOf('amount', candidatesIn(line, german))).toEqual([]);
  });

  it('takes 12.03 for a day and a month where decimals stand behind commas', () => {
    expect(valuesOf('amount', candidatesIn('am 12.03 oder 45.99', german))).toEqual(['45.99']);
    expect(valuesOf('amount', candidatesIn('for 12.03 or 45.99', american))).toEqual(['12.03', '45.99']);
  });

  it('takes an amount in brackets behind a word for an aside only if it names its currency', () => {
    expect(valuesOf('amount', candidatesIn('including tax (35,13 €)', german))).toEqual(['35.13']);
    expect(valuesOf('amount', candidatesIn('Discount (35.13)', english))).toEqual(['-35.13']);
  });

  it('gives a currency to one number only, and loses no other for it', () => {
    expect(candidatesIn('10.00 EUR 15.00')).toMatchObject([
      { decimal: '10.00', currency: 'EUR' },
      { kind: 'amount', decimal: '15.00' },
    ]);
  });

  it('reads a price by the piece, and one times a count', () => {
    expect(valuesOf('amount', candidatesIn('2x12.50 3.00/kg 4.00 x 2'))).toEqual(['12.50', '3.00', '4.00']);
    expect(valuesOf('number', candidatesIn('2x12.50 1X A4 4XL'))).toEqual(['2', '1']);
  });

  it('joins groups over a blank only before a decimal comma or a currency', () => {
    expect(candidatesIn('12 500 € – 3 250,50', german)).toMatchObject([
      { decimal: '12500', currency: 'EUR', others: ['500'] },
      { decimal: '3250.50', others: ['250.50'] },
    ]);
    expect(valuesOf('number', candidatesIn('12 500 times'))).toEqual(['12', '500']);
  });

  it('takes no feet for forints and no weight for money', () => {
    expect(valuesOf('amount', candidatesIn('12 FT and 30 pounds, try 5, pen 7'))).toEqual([]);
  });

  it('reads over a letter that a till prints against an amount, but not over a unit', () => {
    expect(valuesOf('amount', candidatesIn('33.90S 12.00* RM5.00A'))).toEqual(['33.90', '12.00', '5.00']);
    expect(valuesOf('amount', candidatesIn('1.50L 2.75K 3.25kg'))).toEqual([]);
  });

  it.each([
    ['Total 33. 90', '33.90'],
    ['Total 33 .90', '33.90'],
    ['Total l2.5O', '12.50'],
    ['Total S4.11', '4.11'],
    ['Total RMO.00', '0.00'],
    ['Total 1, 234.50', '1234.50'],
    ['Total 1.234.50', '1234.50'],
  ])('reads %j of a scan, and says that it was repaired', (line, decimal) => {
    expect(candidatesInScan(line).filter(({ kind }) => kind === 'amount')).toMatchObject([{ decimal, repaired: true }]);
    expect(candidatesIn(line).filter(({ repaired }) => repaired)).toEqual([]);
  });

  it('reads back every amount in every notation', () => {
    const notations: readonly { group: string; mark: string; indian?: true }[] = [
      { group: ',', mark: '.' },
      { group: '.', mark: ',' },
      { group: ' ', mark: ',' },
      { group: '\u00a0', mark: ',' },
      { group: '\u202f', mark: '.' },
      { group: "'", mark: '.' },
      { group: '', mark: '.' },
      { group: '', mark: ',' },
      { group: ',', mark: '.', indian: true },
    ];
    const around: readonly ((number: string) => string)[] = [
      (number) => number,
      (number) => `€${number}`,
      (number) => `USD ${number}`,
      (number) => `${number} zł`,
      (number) => `${number}EUR`,
    ];
    const cents = fc.bigInt({ min: 0n, max: 10n ** 14n });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom(...notations),
        fc.constantFrom(...around),
        fc.boolean(),
        (amount, { group, mark, indian }, dress, negative) => {
          const units = String(amount / 100n);
          const tail = String(amount % 100n).padStart(2, '0');
          const groups = indian ? /\B(?=(?:\d{2})*\d{3}$)/g : /\B(?=(?:\d{3})+$)/g;
          const text = dress(`${negative ? '-' : ''}${units.replace(groups, group)}${mark}${tail}`);
          const sign = negative && amount > 0n ? '-' : '';
          expect(readValue('amount', text, english)?.decimal).toBe(`${sign}${units}.${tail}`);
        },
      ),
    );
  });
});
