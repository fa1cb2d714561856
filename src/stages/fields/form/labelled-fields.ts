import type { DocumentTypeOptions } from '../../../document-type/document-type.ts';
import type { FieldOptions } from '../../../document-type/field-options.ts';
import type { Field, FormField } from '../../../model/field.ts';
import type { Locale } from '../../../values/candidate.ts';
import { lettersAndDigits } from '../../../values/fold.ts';
import { lastPart } from './last-part.ts';
import { readEntry } from './read-entry.ts';

/** The fields of a type whose name or label a filled-in field bears, the type's own name before its labels, and these in their order. */
export function labelledFields(form: readonly FormField[], type: DocumentTypeOptions, locale: Locale): Field[] {
  const bearing = Map.groupBy(
    form.flatMap((entry) => namesOf(entry).map((name) => ({ name, entry }))),
    ({ name }) => name,
  );
  return Object.entries(type.fields).flatMap(([name, options]) => {
    const bearers = labelsOf(name, options).flatMap((label) => bearing.get(label) ?? []);
    const fields = [...new Set(bearers.map(({ entry }) => entry))].flatMap((entry) => fieldOf(entry, name, options, locale));
    return options.list ? fields : fields.slice(0, 1);
  });
}

function namesOf({ name, label = '' }: FormField): string[] {
  return [...new Set([lettersAndDigits(lastPart(name)), lettersAndDigits(label)])].filter((plain) => plain !== '');
}

/** Of all languages, by their rank in their own. */
function labelsOf(name: string, { labels }: FieldOptions): string[] {
  const ranked = Object.values(labels).flatMap((phrases) => phrases.map((phrase, rank) => ({ phrase, rank })));
  return [name, ...ranked.sort((a, b) => a.rank - b.rank).map(({ phrase }) => phrase)].map(lettersAndDigits);
}

/** None when what is filled in is no value of the field's kind. */
function fieldOf(entry: FormField, name: string, { kind, list }: FieldOptions, locale: Locale): Field[] {
  const read = readEntry(entry, kind, locale);
  if (read === undefined) return [];
  const { page, bbox } = entry;
  return [
    { name, ...read, ...(list && { listed: true as const }), ...(page !== undefined && { page }), ...(bbox && { bbox }), by: `form/${entry.name}` },
  ];
}
