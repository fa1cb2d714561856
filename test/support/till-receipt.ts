import { shippedTypes } from './shipped-types.ts';
import { typedDocument } from './typed-document.ts';
import type { Document } from '../../src/model/document.ts';
import type { Field } from '../../src/model/field.ts';
import { readReceipt } from '../../src/stages/fields/receipt/read-receipt.ts';
import { findCandidates } from '../../src/values/find-candidates.ts';
import { localeOf } from '../../src/values/locale-of.ts';

/** The fields of a receipt as a till types it. */
export function tillFields(text: string): Field[] {
  return fieldsOf(typedDocument([text]));
}

/** The same after the receipt was photographed and recognised. */
export function photographedFields(text: string): Field[] {
  const document = typedDocument([text]);
  const pages = document.pages.map((page) => ({
    ...page,
    method: 'ocr' as const,
    lines: page.lines.map((line) => ({ ...line, words: line.words.map((word) => ({ ...word, confidence: 0.9 })) })),
  }));
  return fieldsOf({ ...document, pages });
}

/** By name, as `structured_data`. */
export function valuesByName(fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

function fieldsOf(document: Document): Field[] {
  const type = shippedTypes.find(({ name }) => name === 'receipt');
  if (type === undefined) throw new Error('pipelines/types has no receipt.yaml');
  const locale = localeOf(document);
  const candidates = document.pages.flatMap((page) => findCandidates(page, locale));
  return readReceipt({ document, type, locale, candidates });
}
