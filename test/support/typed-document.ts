import { foldDocument } from '../../src/model/document.ts';
import type { Document } from '../../src/model/document.ts';
import { typedText } from './typed-page.ts';

/** A document of typed pages, as the stages before leave it. */
export function typedDocument(pages: readonly string[], more: Partial<Document> = {}): Document {
  const document = foldDocument([{ page: 0, patch: { mediaType: 'application/pdf', metadata: { page_count: pages.length } } }]);
  return { ...document, pages: pages.map((text, at) => typedText(text, at + 1)), ...more };
}
