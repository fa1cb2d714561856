import type { Document } from '../../src/model/document.ts';
import type { Field } from '../../src/model/field.ts';
import type { Line, Word } from '../../src/model/page.ts';
import { readAgreement } from '../../src/stages/fields/agreement/read-agreement.ts';
import { localeOf } from '../../src/values/locale-of.ts';
import { documentOf } from './made-document.ts';
import { pageOf, setLines } from './set-lines.ts';
import { shippedTypes } from './shipped-types.ts';

/** Characters of a line. */
const measure = 80;

/** Running text, broken into lines where they are full and at line feeds, and into pages at form feeds. */
export function contract(text: string): Document {
  const pages = text.split('\f').map((page, at) => pageOf(setLines(page.trim().split('\n').flatMap(broken)), { page: at + 1 }));
  return documentOf({ pages });
}

/** What is read of a contract, as the package's own document type has it. */
export function agreementFields(document: Document): Field[] {
  return shippedTypes
    .filter(({ name }) => name === 'agreement')
    .flatMap((type) => readAgreement({ document, type, locale: localeOf(document), candidates: [] }));
}

/** Values by name; parties are a list. */
export function agreementSays(text: string): Record<string, unknown> {
  const fields = agreementFields(contract(text));
  const parties = fields.filter(({ listed }) => listed).map(({ value }) => value);
  const says: Record<string, unknown> = parties.length > 0 ? { party: parties } : {};
  for (const { name, value, listed } of fields) if (listed === undefined) says[name] = value;
  return says;
}

/** Lines side by side: as one line each, with a wide gap. */
export function inColumns(left: readonly Line[], right: readonly Line[], gap = 150): Line[] {
  return left.map((line, at) => {
    const moved = (right[at]?.words ?? []).map(({ text, box: [x0, y0, x1, y1] }): Word => ({ text, box: [x0 + gap, y0, x1 + gap, y1] }));
    const words = [...line.words, ...moved];
    return { ...line, words, text: words.map(({ text }) => text).join(' ') };
  });
}

function broken(paragraph: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/)) {
    if (line.length + word.length > measure) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
