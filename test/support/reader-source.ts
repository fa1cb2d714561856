import type { DocumentTypeOptions } from '../../src/document-type/document-type.ts';
import { typeNamed } from '../../src/document-type/shared-fields.ts';
import type { Document } from '../../src/model/document.ts';
import type { ReaderSource } from '../../src/stages/fields/reader.ts';
import { findCandidates } from '../../src/values/find-candidates.ts';
import { localeOf } from '../../src/values/locale-of.ts';
import { shippedTypes } from './shipped-types.ts';

/** What a reader is given for a document of a type, or of one that the package brings. */
export function sourceFor(document: Document, of: DocumentTypeOptions | string): ReaderSource {
  const type = typeof of === 'string' ? typeNamed(shippedTypes, of) : of;
  if (type === undefined) throw new Error('no such type is shipped');
  const locale = localeOf(document);
  return { document, type, locale, candidates: document.pages.flatMap((page) => findCandidates(page, locale)) };
}
