import { describe, expect, it } from 'vitest';
import { unruledTables } from '../../../src/stages/tables/unruled.ts';
import { typedPage } from '../../support/typed-page.ts';

/** The rules that refused something on a page; `table` for what was let through. */
function verdictOn(text: string): string[] {
  const rules: string[] = [];
  const found = unruledTables(typedPage(text), (_box, accepted, rule) => void rules.push(accepted ? '' : rule));
  return [...new Set([...rules, ...found.map(() => 'table')])];
}

describe('the gate', () => {
  it('takes two columns of text for no table', () => {
    expect(
      verdictOn(`
It was late in the year when they        The road led down along the river
came to the town, and the gates were     and was so wet that the horses
closed already, so that they had to      went to their knees in it, which
sleep in a barn by the road with the     made them slow, and by noon they
dogs of the farmer, who did not mind     had done no more than a mile or
them at all. In the morning it was       two. Nobody spoke, for all were
raining, and the gates stayed closed     tired and cold, and the bread was
until a man came with the key to it.     gone since the evening before.
`),
    ).not.toContain('table');
  });

  it.each([
    [
      'contents',
      `
1   Beginnings . . . . . . . . . . . . . . .     3
2   The first years . . . . . . . . . . . . .    17
3   What came of it . . . . . . . . . . . . .    44
4   The end . . . . . . . . . . . . . . . . .   101
5   Sources . . . . . . . . . . . . . . . . .   120
`,
    ],
    [
      'contents',
      `
Beginnings                                       3
The first years                                 17
What came of it                                 44
The end                                        101
Sources                                        120
`,
    ],
    [
      'labels',
      `
Name:           Ada Meier
Street:         Lindenweg 4
Town:           Aarau
Telephone:      062 555 01
Born:           1 May 1960
`,
    ],
    [
      'axes',
      `
400      |                        400
350      |         rising         350
300                               300
250                  falling      250
200                               200
150        steady                 150
100                               100
 50                                50
`,
    ],
    [
      'few-rows',
      `
Chapter 4                    The river
Part two                     In spring
`,
    ],
  ])('refuses by its rule: %s', (rule, text) => {
    const verdict = verdictOn(text);
    expect(verdict).toContain(rule);
    expect(verdict).not.toContain('table');
  });

  it.each([
    [
      'an address beside another',
      `
Meier and Sons                    City of Aarau
Lindenweg 4                       Building Office
5000 Aarau                        Rathausgasse 1
`,
    ],
    [
      'a list with bullets',
      `
•    bread, which is baked on Mondays
•    milk in bottles
•    a dozen eggs, if there are any
•    soap
•    candles for the cellar
`,
    ],
    [
      'places to sign',
      `
For the seller                        For the buyer
Name                                  Name
Date                                  Date
`,
    ],
    [
      'code with comments behind it',
      `
let total = 0                         // what is due
for (const item of items) {           // each of them
  total += item.price                 // without tax
}                                     // that is all
return total                          // in cents
`,
    ],
  ])('does not take for a table: %s', (_what, text) => {
    expect(verdictOn(text)).not.toContain('table');
  });

  it('lets a list of accounts through, though leaders run to its numbers', () => {
    expect(
      verdictOn(`
                                  2023       2024
Wages . . . . . . . . . . . .   12,401     11,977
Rent . . . . . . . . . . . .     4,800      4,800
Heating . . . . . . . . . . .      911      1,204
Repairs . . . . . . . . . . .    2,010        377
Total . . . . . . . . . . . .   20,122     18,358
`),
    ).toContain('table');
  });

  it('lets a table of words through when it fills a grid neatly', () => {
    expect(
      verdictOn(`
Town          River        Canton       Gate
Aarau         Aare         Aargau       north
Bern          Aare         Bern         west
Chur          Rhine        Grisons      south
Genf          Rhone        Geneva       west
Lugano        Cassarate    Ticino       south
`),
    ).toContain('table');
  });
});
