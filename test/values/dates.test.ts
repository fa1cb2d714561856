import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValue } from '../../src/values/read-value.ts';
import { american, english, german } from '../support/locales.ts';
import { candidatesIn, candidatesInScan, valuesOf } from '../support/seen-values.ts';

describe('dates', () => {
  it.each([
    ['2018-04-20', '2018-04-20'],
    ['2018/4/20', '2018-04-20'],
    ['2018.12.31', '2018-12-31'],
    ['20180420', '2018-04-20'],
    ['20/04/18', '2018-04-20'],
    ['20.4.2018', '2018-04-20'],
    ['20 - 04 - 2018', '2018-04-20'],
    ['20 04 2018', '2018-04-20'],
    ['04/20/2018', '2018-04-20'],
    ['20/04/70', '1970-04-20'],
    ['20/04/69', '2069-04-20'],
    ['29.02.2020', '2020-02-29'],
    ['12-JUN- 2018', '2018-06-12'],
    ['SEPT 3, 2018', '2018-09-03'],
    ['April 3rd 2018', '2018-04-03'],
    ['3rd day of April, 2018', '2018-04-03'],
    ['third day of April 2018', '2018-04-03'],
    ['twenty-first (21st) day of May, 2004', '2004-05-21'],
    ['2018-Apr-03', '2018-04-03'],
    ['1er mars 2019', '2019-03-01'],
    ['3. März 2018', '2018-03-03'],
    ['3. Jänner 2018', '2018-01-03'],
    ['3 de abril de 2018', '2018-04-03'],
    ['1° gennaio 2019', '2019-01-01'],
    ['3 augustus 2018', '2018-08-03'],
    ['3 de março de 2018', '2018-03-03'],
    ['3 août 2018', '2018-08-03'],
    ['3 września 2018', '2018-09-03'],
    ['2018年4月20日', '2018-04-20'],
    ['20APR18', '2018-04-20'],
  ])('reads %s as %s', (text, day) => {
    expect(readValue('date', text, english)?.value).toBe(day);
  });

  it.each([
    '31/02/2018',
    '29.02.2019',
    '29.02.1900',
    '00/01/2018',
    '32/01/2018',
    '1 January 1899',
    '1 January 2200',
    'April 2018',
    '12.03',
    '13/13/2018',
    '',
  ])('refuses %j', (text) => {
    expect(readValue('date', text, english)).toBeUndefined();
  });

  it('takes day and month in the order of the document, and tells the other one', () => {
    expect(readValue('date', '03/04/2018', english)).toMatchObject({ value: '2018-04-03', others: ['2018-03-04'] });
    expect(readValue('date', '03/04/2018', american)).toMatchObject({ value: '2018-03-04', others: ['2018-04-03'] });
    expect(readValue('date', '13/04/2018', american)).not.toHaveProperty('others');
    expect(readValue('date', '03/03/2018', english)).not.toHaveProperty('others');
  });

  it('finds dates that are glued to a time', () => {
    const found = candidatesIn(['20/04/18 18:22', '2018-04-20T18:22:05Z', '20/04/201818:22', '20/04/1818:22', '20/04/2018-18:22']);
    expect(valuesOf('date', found)).toEqual(['2018-04-20', '2018-04-20', '2018-04-20', '2018-04-20', '2018-04-20']);
    expect(valuesOf('time', found)).toEqual(['18:22', '18:22:05', '18:22', '18:22', '18:22']);
  });

  it.each([
    '1.2.10 Scope',
    'Invoice RE-20180420/503',
    'INV-12-03-2018',
    '10.20.30.40',
    '555-12-2018-7',
    'May 2018 and June',
    'at 12.17.26 PM',
    '2018-2019-20',
  ])('sees no date in %j', (line) => {
    expect(valuesOf('date', candidatesIn(line))).toEqual([]);
  });

  it('takes the end of a span of days for no year', () => {
    expect(valuesOf('date', candidatesIn('August 1-31, 1992'))).toEqual([]);
  });

  it('finds a date that goes on over the end of a line, with a box over both, and no part of it as a number', () => {
    const found = candidatesIn(['is made as of this 10th day of', 'January, 2007, by and between 2 parties']);
    expect(found).toMatchObject([
      { kind: 'date', value: '2007-01-10', raw: '10th day of January, 2007', line: 0, words: [5, 8], wordsBelow: 2 },
      { kind: 'number', value: 2, line: 1 },
    ]);
    expect(found[0]?.box).toEqual([50, 40, 200, 62]);
    expect(valuesOf('date', candidatesIn(['dated April 3,', '2018']))).toEqual(['2018-04-03']);
  });

  it('reads letters of a scan as digits, and finds a lost sign, both as repaired', () => {
    expect(candidatesInScan('Date O1/I2/2O18')).toMatchObject([{ value: '2018-12-01', repaired: true }]);
    expect(candidatesInScan('Date 20/03/201¢')).toMatchObject([{ value: '2018-03-20', repaired: true }]);
    expect(candidatesInScan('Date: 1003/2018')).toMatchObject([{ value: '2018-03-10', repaired: true }]);
    expect(valuesOf('date', candidatesIn('Date: 1003/2018'))).toEqual([]);
  });

  const everyDay = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).split('-') as [string, string, string]);

  it('reads back every day in numbers', () => {
    const notations: readonly ((year: string, month: string, day: string) => string)[] = [
      (year, month, day) => `${year}-${month}-${day}`,
      (year, month, day) => `${day}.${month}.${year}`,
      (year, month, day) => `${Number(day)}/${Number(month)}/${year}`,
      (year, month, day) => `${day} ${month} ${year}`,
      (year, month, day) => `${year}${month}${day}`,
    ];
    fc.assert(
      fc.property(everyDay, fc.constantFrom(...notations), ([year, month, day], write) => {
        fc.pre(Number(year) < 2100 || !/^\d{8}$|^\d\d \d\d /.test(write(year, month, day)));
        expect(readValue('date', write(year, month, day), german)?.value).toBe(`${year}-${month}-${day}`);
      }),
    );
  });

  it.each(['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da'])('reads back every day with the months of %s', (language) => {
    const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const short = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
    fc.assert(
      fc.property(
        everyDay,
        fc.constantFrom(name, short),
        fc.constantFrom(' ', '-', '. ', ' de '),
        fc.boolean(),
        ([year, month, day], format, between, upper) => {
          const written = `${Number(day)}${between}${format.format(new Date(`${year}-${month}-${day}`))}${between}${year}`;
          expect(readValue('date', upper ? written.toUpperCase() : written, english)?.value).toBe(`${year}-${month}-${day}`);
        },
      ),
    );
  });
});

describe('times', () => {
  it.each([
    ['18:22', '18:22'],
    ['18:22:05', '18:22:05'],
    ['6:05 PM', '18:05'],
    ['12:00 am', '00:00'],
    ['12:30 p.m.', '12:30'],
    ['13:05 PM', '13:05'],
    ['18h22', '18:22'],
    ['18.22 Uhr', '18:22'],
    ['18 Uhr', '18:00'],
    ['6 pm', '18:00'],
  ])('reads %s as %s', (text, time) => {
    expect(readValue('time', text, english)?.value).toBe(time);
  });

  it.each(['24:00', '12:60', '18.22', '1:2', '12:30:61', '0:30 pm'])('refuses %j', (text) => {
    expect(readValue('time', text, english)).toBeUndefined();
  });

  it('finds no time in ratios of longer numbers', () => {
    expect(valuesOf('time', candidatesIn('1:10:20:30 and 112:30 and AB12:30'))).toEqual([]);
  });
});
