import type { DocumentTypeOptions } from './document-type.ts';
import type { FieldOptions } from './field-options.ts';
import type { Phrases } from './phrases.ts';

/** A type by its name, with the fields that it shares with another: its own labels come first, and of fields that it does not name it has the other's. */
export function typeNamed(types: readonly DocumentTypeOptions[], name: string | undefined): DocumentTypeOptions | undefined {
  const type = types.find((one) => one.name === name);
  const other = types.find((one) => one.name === type?.fields_of);
  if (type === undefined || other === undefined) return type;
  const fields = Object.entries(other.fields).map(([field, options]) => [field, merged(type.fields[field], options)] as const);
  return { ...type, fields: { ...Object.fromEntries(fields), ...onlyOwn(type, other) } };
}

function merged(own: FieldOptions | undefined, other: FieldOptions): FieldOptions {
  return own === undefined ? other : { ...other, ...own, labels: both(own.labels, other.labels) };
}

function both(first: Phrases, second: Phrases): Phrases {
  const languages = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries([...languages].map((language) => [language, [...(first[language] ?? []), ...(second[language] ?? [])]]));
}

function onlyOwn(type: DocumentTypeOptions, other: DocumentTypeOptions): DocumentTypeOptions['fields'] {
  return Object.fromEntries(Object.entries(type.fields).filter(([field]) => !Object.hasOwn(other.fields, field)));
}
