import type { Document } from '../../../model/document.ts';
import type { Field } from '../../../model/field.ts';
import type { Barcode } from '../../../model/page.ts';
import { readEpc } from './epc.ts';
import type { CodeReader } from './reading.ts';
import { readSpayd } from './spayd.ts';
import { readSwissQr } from './swiss-qr.ts';

/**
 * What the payment codes of a document say, each value with the place of its code. A name on which several codes do not agree, as the amounts of instalments, is left out.
 */
export function codeFields({ pages }: Pick<Document, 'pages'>): Field[] {
  const fields = new Map<string, Field | undefined>();
  for (const field of pages.flatMap(({ page, barcodes = [] }) => barcodes.flatMap((code) => read(code, page)))) {
    const known = fields.get(field.name);
    if (!fields.has(field.name)) fields.set(field.name, field);
    else if (known?.value !== field.value) fields.set(field.name, undefined);
  }
  return [...fields.values()].filter((field) => field !== undefined);
}

const readers: readonly CodeReader[] = [readEpc, readSwissQr, readSpayd];

function read({ text, box }: Barcode, page: number): Field[] {
  for (const reader of readers) {
    const reading = reader(text);
    if (reading !== undefined) return reading.values.map((value) => ({ ...value, page, bbox: box, by: reading.by }));
  }
  return [];
}
