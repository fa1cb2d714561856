import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import { readLabelled } from './labels/read-labelled.ts';
import type { FieldReader } from './reader.ts';

/** How the fields of documents are read, by the `reader` of their type. */
export const readers: Record<DocumentTypeOptions['reader'], FieldReader> = {
  labels: readLabelled,
  invoice: readLabelled,
  receipt: readLabelled,
  agreement: readLabelled,
};
