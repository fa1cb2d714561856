import type { DocumentTypeOptions } from '../../../document-type/document-type.ts';
import type { Field, FormField } from '../../../model/field.ts';
import type { Locale } from '../../../values/candidate.ts';
import { filledFields } from './filled-fields.ts';
import { labelledFields } from './labelled-fields.ts';

/**
 * What is filled in in a PDF form, as fields of a document type: those whose name or label is one of the type's. Of the type `form`, which stands for forms of every kind,
 * and of a document of no known type, all others follow under their own names.
 */
export function formFields(form: readonly FormField[], type: DocumentTypeOptions | undefined, locale: Locale): Field[] {
  const labelled = type === undefined ? [] : labelledFields(form, type, locale);
  if (type !== undefined && type.name !== anyForm) return labelled;
  const taken = new Set(labelled.map(({ by }) => by));
  const others = form.filter(({ name }) => !taken.has(`form/${name}`));
  return [...labelled, ...filledFields(others, new Set(Object.keys(type?.fields ?? {})))];
}

const anyForm = 'form';
