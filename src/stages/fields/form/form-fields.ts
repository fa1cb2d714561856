import type { DocumentTypeOptions } from '../../../document-type/document-type.ts';
import type { Field, FormField } from '../../../model/field.ts';
import type { Locale } from '../../../values/candidate.ts';
import { filledFields } from './filled-fields.ts';
import { labelledFields } from './labelled-fields.ts';

/**
 * What is filled in in a PDF form, as fields of a document type: those whose name or label is one of the type's. Of the type `form`, which stands for forms of every kind,
 * all others follow under their own names.
 */
export function formFields(form: readonly FormField[], type: DocumentTypeOptions, locale: Locale): Field[] {
  const labelled = labelledFields(form, type, locale);
  return type.name === anyForm ? [...labelled, ...filledFields(form, new Set(Object.keys(type.fields)))] : labelled;
}

const anyForm = 'form';
