import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import type { FieldKind, FieldOptions } from '../../document-type/field-options.ts';
import type { Field } from '../../model/field.ts';

/** Items of a list have rows and columns, which the tables of a page tell better than a model that sees lines alone. */
export type AskedKind = Exclude<FieldKind, 'items'>;

/** A field that a model is asked for. */
export interface WantedField {
  name: string;
  kind: AskedKind;
  labels: FieldOptions['labels'];
  list: boolean;
}

/** The fields of a type that are worth a question: those named, or else those that are missing or unsure; never one that nothing could outrank. */
export function wantedFields(
  type: Pick<DocumentTypeOptions, 'fields'>,
  known: readonly Field[],
  { fields: names, below }: { fields?: readonly string[] | undefined; below: number },
): WantedField[] {
  return Object.entries(type.fields).flatMap(([name, { kind, labels, list }]) => {
    const found = known.filter((field) => field.name === name);
    const asked = names === undefined ? found.every(({ confidence }) => confidence < below) : names.includes(name);
    return kind === 'items' || !asked || found.some(isSettled) ? [] : [{ name, kind, labels, list }];
  });
}

/** Whether a value is proved by more than its place: data of an e-invoice or of a payment code, or digits that check themselves. */
export function isSettled({ by, checks = [] }: Field): boolean {
  return /^(?:einvoice|code)\//.test(by) || checks.some((check) => check.endsWith('-checksum'));
}
