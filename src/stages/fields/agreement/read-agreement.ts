import type { Phrases } from '../../../document-type/phrases.ts';
import type { Field } from '../../../model/field.ts';
import type { FieldReader, ReaderSource } from '../reader.ts';
import { readEffectiveDate } from './effective-date.ts';
import { readJurisdiction } from './jurisdiction.ts';
import { readParties } from './parties.ts';
import type { Prose } from './prose.ts';
import { passageAt, proseOf } from './prose.ts';
import type { Reading } from './reading.ts';
import { readTerm } from './term.ts';

/** Reads contracts: what they say stands in sentences, after phrases that the type's labels name, not beside labels. */
export const readAgreement: FieldReader = (source) => {
  const prose = proseOf(source.document);
  return Object.entries(readers).flatMap(([name, read]) => {
    const options = source.type.fields[name];
    if (options === undefined) return [];
    const readings = read(prose, options.labels, source);
    return readings.flatMap((reading) => fieldOf(prose, name, reading, options.list));
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

function fieldOf(prose: Prose, name: string, { value, start, end, confidence }: Reading, listed: boolean): Field[] {
  const passage = passageAt(prose, start, end);
  if (passage === undefined) return [];
  return [{ name, value, ...passage, ...(listed && { listed: true }), confidence, by: `agreement/${name}` }];
}
