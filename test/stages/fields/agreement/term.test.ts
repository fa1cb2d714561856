import { describe, expect, it } from 'vitest';
import { durationsIn } from '../../../../src/stages/fields/agreement/durations.ts';
import { agreementSays } from '../../../support/written-contract.ts';

const termOf = (text: string): unknown => agreementSays(text).term;

describe('how long an agreement runs', () => {
  it.each([
    ['This Agreement shall terminate two (2) years from the date hereof.', '2 years'],
    ['This Agreement shall have a term of eighteen months.', '18 months'],
    ['This Agreement shall automatically terminate on the second anniversary of the date hereof.', '2 years'],
    ['The term of this Agreement shall commence on the date first set forth above and shall end on the third anniversary hereof.', '3 years'],
    ['This agreement shall continue for an initial period of 24 months.', '24 months'],
    ['This agreement shall commence on its date and continue, unless terminated earlier, for a period of 3 years.', '3 years'],
    ['This Agreement expires 1 year after the Effective Date.', '1 year'],
    [
      'This Agreement shall become effective on its date and terminate on the date that is six months from the Effective Date (the “Term”).',
      '6 months',
    ],
    ['Der Vertrag hat eine Laufzeit von zwölf Monaten.', '12 months'],
  ])('is said in: %s', (clause, term) => {
    expect(termOf(clause)).toBe(term);
  });

  it.each([
    'For a period of two (2) years after termination of employment the Employee shall not solicit any customer.',
    'Either party may terminate this Agreement on thirty (30) days prior written notice.',
    'The obligations of confidentiality survive until the tenth anniversary of the date of disclosure.',
    'Employee was hired within one year of the date hereof.',
    'This Agreement shall terminate ____ years from the date hereof.',
  ])('is not: %s', (clause) => {
    expect(termOf(clause)).toBeUndefined();
  });
});

describe('spans of time', () => {
  it('are read in numbers and in words, the number in brackets being what counts', () => {
    const values = durationsIn(
      'two (2) years, 18-month, one year, a period of ninety (90) days, the third anniversary, vingt-quatre mois, zwei jahre',
    );
    expect(values.map(({ value }) => value)).toEqual(['2 years', '18 months', '1 year', '90 days', '3 years', '24 months', '2 years']);
  });

  it('are no parts of other words and numbers', () => {
    expect(durationsIn('10.5 years, bone year, 2 yearsly, 1,000 days, 0 days')).toEqual([]);
  });
});
