import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import type { Document } from '../../model/document.ts';
import type { Field } from '../../model/field.ts';
import type { Candidate, Locale } from '../../values/candidate.ts';

/** What a reader goes by. */
export interface ReaderSource {
  document: Document;
  type: DocumentTypeOptions;
  locale: Locale;
  /** Every value on every page that its notation alone gives away, in reading order. */
  candidates: readonly Candidate[];
}

/** Reads the fields of documents that are laid out in one way. Gives each name once, unless it is a list; never more than it would bet on. */
export type FieldReader = (source: ReaderSource) => Field[];
