import type { DocumentTypeOptions } from '../document-type/document-type.ts';
import type { Field } from '../model/field.ts';

/** Fields in the order in which their type lists them, those that it does not list at the end: so results of one type read alike. */
export function inOrder(fields: readonly Field[], type: Pick<DocumentTypeOptions, 'fields'> | undefined): Field[] {
  const places = new Map(Object.keys(type?.fields ?? {}).map((name, at) => [name, at]));
  const placeOf = ({ name }: Field): number => places.get(name) ?? places.size;
  return fields.toSorted((a, b) => placeOf(a) - placeOf(b));
}
