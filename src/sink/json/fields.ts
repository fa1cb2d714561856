import type { Document } from '../../model/document.ts';
import type { Field, FormField } from '../../model/field.ts';

/** What is known of the document as a whole; pipelines that ask for none of it have none of the keys. */
export function fieldsOf({ type, fields, form, attachments }: Pick<Document, 'type' | 'fields' | 'form' | 'attachments'>) {
  return {
    ...(type && { document_type: type.name, document_type_confidence: type.confidence, document_type_evidence: evidenceOf(type) }),
    ...((type !== undefined || fields.length > 0) && { structured_data: structured(fields), fields: fields.map(fieldOf) }),
    ...(form.length > 0 && { form_fields: form.map(formFieldOf) }),
    ...(attachments.length > 0 && { attachments }),
  };
}

function evidenceOf({ evidence, alternatives }: NonNullable<Document['type']>) {
  return {
    rules: evidence.map(({ rule, weight, page, bbox }) => ({ rule, weight, ...(page !== undefined && { page }), ...(bbox && { bbox }) })),
    alternatives: alternatives.map(({ name, confidence }) => ({ name, confidence })),
  };
}

/** The values alone, by name: the best of each, and lists in full. Names may be those of a form, so any text. */
function structured(fields: readonly Field[]): Record<string, unknown> {
  const byName = Map.groupBy(fields, ({ name }) => name);
  return Object.fromEntries(
    [...byName].map(([name, [best, ...others]]) => [name, best?.listed ? [best, ...others].map(({ value }) => value) : best?.value]),
  );
}

function fieldOf({ name, value, raw, decimal, page, bbox, confidence, by, checks = [] }: Field) {
  return {
    name,
    value,
    raw,
    ...(decimal !== undefined && { decimal }),
    ...(page !== undefined && { page }),
    ...(bbox && { bbox }),
    confidence,
    by,
    ...(checks.length > 0 && { checks }),
  };
}

function formFieldOf({ name, label, kind, value, page, bbox }: FormField) {
  return { name, ...(label !== undefined && { label }), kind, value, ...(page !== undefined && { page }), ...(bbox && { bbox }) };
}
