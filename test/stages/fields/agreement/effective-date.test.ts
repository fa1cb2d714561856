import { describe, expect, it } from 'vitest';
import { agreementFields, agreementSays, contract } from '../../../support/written-contract.ts';

const dateOf = (text: string): unknown => agreementSays(text).effective_date;
const body = 'The parties agree on what follows. '.repeat(120);

describe('the day from which an agreement holds', () => {
  it.each([
    ['This Agreement is made effective as of March 5, 2014, between A and B.', '2014-03-05'],
    ['This Agreement is entered into this 2nd day of July, 2011.', '2011-07-02'],
    ['This Agreement is made and entered into effective as of the 10 day of January, 2007.', '2007-01-10'],
    ['AGREEMENT, dated as of the Twenty-First day of May, 2010', '2010-05-21'],
    ['Effective Date: 15 March 2021', '2021-03-15'],
    ['Acme Widgets, Inc. and Jane Sampleton agreed on October 1, 2015 (the “Effective Date”) on what follows.', '2015-10-01'],
    ['München, den 15. März 2019', '2019-03-15'],
  ])('is said in: %s', (opening, day) => {
    expect(dateOf(`CONTRACT\n${opening}\n${body}`)).toBe(day);
  });

  it('is not that of another agreement, told of later on', () => {
    expect(dateOf(`This Agreement is dated as of May 4, 2011.\n${body}\nIt replaces the agreement that was effective as of June 1, 2001.`)).toBe(
      '2011-05-04',
    );
  });

  it('may stand above the signatures', () => {
    expect(dateOf(`${body}\nIN WITNESS WHEREOF, the parties have executed this agreement this 16th day of May, 2011.`)).toBe('2011-05-16');
  });

  it('is that of a letter: alone on its line', () => {
    expect(dateOf(`Larkspur Ventures LLC\nSeptember 9, 2019\nDear Dr. Okafor:\n${body}`)).toBe('2019-09-09');
  });

  it('is, when nothing else tells, the last day on which somebody signed, and then doubtful', () => {
    const fields = agreementFields(contract(`AGREEMENT\n${body}\nBy: /s/ Tim Baker Date: 4/8/04\nBy: /s/ Helen Okafor Date: 4/26/04`));
    expect(fields.find(({ name }) => name === 'effective_date')).toMatchObject({ value: '2004-04-26', raw: '4/26/04' });
    expect(fields.find(({ name }) => name === 'effective_date')?.confidence).toBeLessThan(0.6);
  });

  it.each(['as of the ____ day of ________, 2005', 'as of the day of , 2013', 'as of [____________]', 'as of [ , ]', 'on the day of October, 2010'])(
    'is not told where it is left blank: made and entered into %s',
    (blank) => {
      expect(
        dateOf(`This Agreement is made and entered into ${blank}, by and between Acme and Bluefin, founded January 3, 1999.\n${body}`),
      ).toBeUndefined();
    },
  );
});
