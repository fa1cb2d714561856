import type { DocumentTypeOptions } from '../../../document-type/document-type.ts';
import type { FieldKind, FieldOptions } from '../../../document-type/field-options.ts';
import type { Field, FormField } from '../../../model/field.ts';
import type { Locale } from '../../../values/candidate.ts';
import { lastPart, plainName } from './plain-name.ts';

/** The fields of the type whose name or label a filled-in field bears, the type's own name before its labels, and these in their order. */
export function labelledFields(form: readonly FormField[], type: DocumentTypeOptions, locale: Locale): Field[] {
  const named = Map.groupBy(
    form.flatMap((field) => namesOf(field).map((name) => ({ name, field }))),
    ({ name }) => name,
  );
  return Object.entries(type.fields).flatMap(([name, options]) => {
    const bearers = new Set(labelsOf(name, options).flatMap((label) => (named.get(label) ?? []).map(({ field }) => field)));
    const read = [...bearers].flatMap((field) => fieldOf(field, name, options, locale));
    return options.list ? read : read.slice(0, 1);
  });
}

const namesOf = ({ name, label = '' }: FormField): string[] =>
  [...new Set([plainName(lastPart(name)), plainName(label)])].filter((plain) => plain !== '');

/** Of all languages, by their rank. */
function labelsOf(name: string, { labels }: FieldOptions): string[] {
  const ranked = Object.values(labels).flatMap((phrases) => phrases.map((phrase, rank) => ({ phrase, rank })));
  return [name, ...ranked.sort((a, b) => a.rank - b.rank).map(({ phrase }) => phrase)].map(plainName);
}

function fieldOf({ name: own, value, page, bbox }: FormField, name: string, { kind, list }: FieldOptions, _locale: Locale): Field[] {
  const raw = typeof value === 'string' ? value.trim() : '';
  if (raw === '' || !written.has(kind)) return [];
  return [
    {
      name,
      value: raw,
      raw,
      ...(list && { listed: true as const }),
      ...(page !== undefined && { page }),
      ...(bbox && { bbox }),
      confidence: likely,
      by: `form/${own}`,
    },
  ];
}

/** Kinds of values that any text may be. */
const written = new Set<FieldKind>(['text', 'identifier', 'name', 'address']);

const likely = 0.9;
