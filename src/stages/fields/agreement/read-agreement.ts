import type { Phrases } from '../../../document-type/phrases.ts';
import type { Prose } from '../prose/prose.ts';
import { proseOf } from '../prose/prose.ts';
import type { Reading } from '../prose/reading.ts';
import { fieldAt } from '../prose/reading.ts';
import type { FieldReader, ReaderSource } from '../reader.ts';
import { readEffectiveDate } from './effective-date.ts';
import { readJurisdiction } from './jurisdiction.ts';
import { readParties } from './parties.ts';
import { readTerm } from './term.ts';

/** Reads contracts: what they say stands in sentences, after phrases that the type's labels name, not beside labels. */
export const readAgreement: FieldReader = (source) => {
  const prose = proseOf(source.document);
  return Object.entries(readers).flatMap(([name, read]) => {
    const options = source.type.fields[name];
    if (options === undefined) return [];
    return read(prose, options.labels, source).flatMap((reading) => {
      const field = fieldAt(prose, name, reading, `${source.type.name}/${name}`);
      return field === undefined ? [] : [{ ...field, ...(options.list && { listed: true as const }) }];
    });
  });
};

type ProseReader = (prose: Prose, labels: Phrases, source: ReaderSource) => readonly Reading[];

const readers: Readonly<Record<string, ProseReader>> = {
  effective_date: (prose, labels, { locale }) => atMostOne(readEffectiveDate(prose, labels, locale)),
  jurisdiction: (prose, labels) => atMostOne(readJurisdiction(prose, labels)),
  party: readParties,
  term: (prose, labels) => atMostOne(readTerm(prose, labels)),
};

function atMostOne(reading: Reading | undefined): readonly Reading[] {
  return reading === undefined ? [] : [reading];
}
