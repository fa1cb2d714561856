import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../src/stages/tables/columns-place.ts';
import { cutsOf } from '../../../src/stages/tables/columns.ts';
import { bandsOf } from '../../../src/stages/tables/rows-bands.ts';
import type { Band } from '../../../src/stages/tables/rows-bands.ts';
import { phrasesOf } from '../../../src/stages/tables/unruled-phrase.ts';
import { typedPage } from '../../support/typed-page.ts';

function bandsOn(text: string): Band[] {
  return bandsOf(phrasesOf(typedPage(text).words));
}

describe('cuts between columns', () => {
  it('are found though a heading lies across them', () => {
    const bands = bandsOn(`
             All   persons    counted
North        101       102        103
South        201       202        203
West         301       302        303
`);
    expect(cutsOf(bands)).toHaveLength(3);
  });

  it('stand on both sides of a column that has few cells', () => {
    const bands = bandsOn(`
North        101                  103
South        201                  203
East         301        7         303
West         401                  403
Coast        501       12         503
Hills        601                  603
`);
    const cuts = cutsOf(bands);
    expect(cuts).toHaveLength(3);
    expect(bands[2]?.phrases.map((phrase) => columnOf(phrase, cuts))).toEqual([0, 1, 2, 3]);
  });

  it('are not made by a wide space in one line', () => {
    const bands = bandsOn(`
The north        101
The     south    201
The west         301
The east         401
`);
    expect(cutsOf(bands)).toHaveLength(1);
  });
});
