import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { MillraceError } from '../model/errors.ts';

/** An element without its namespace: text, attributes (`@name`), and children by name. */
export type XmlElement = string | { readonly [name: string]: XmlElement | readonly XmlElement[] | undefined };

/** The invoices of a year in one file are 50 MB; an invoice is 50 kB. */
const mostBytes = 20_000_000;
/** Invoices nest about ten deep. */
const deepest = 100;

/**
 * Reads an XML document as data, refusing whatever could make it more than it is: document types (and so entities), more than 20 MB, nesting beyond 100.
 * Throws `document.damaged` (not well-formed) or `document.refused`.
 */
export function parseXml(bytes: Uint8Array): { root: string; element: XmlElement } {
  if (bytes.byteLength > mostBytes) throw new MillraceError('document.refused', `An XML file of ${bytes.byteLength} bytes is no invoice.`);
  const text = decoded(bytes);
  if (/<!DOCTYPE/i.test(text))
    throw new MillraceError('document.refused', 'The XML file brings a document type of its own, by which it could draw in other files.');
  if (depthOf(text) > deepest) throw new MillraceError('document.refused', `The XML file nests deeper than ${deepest}.`);
  assertWellFormed(text);
  const parsed = parser.parse(text) as Record<string, XmlElement>;
  const [root = ''] = Object.keys(parsed).filter((name) => name !== '?xml');
  return { root, element: parsed[root] ?? '' };
}

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  // The parser reads character references, as "&#252;", only with these.
  htmlEntities: true,
  trimValues: true,
});

/** The parser itself takes unclosed elements without a word. */
function assertWellFormed(text: string): void {
  try {
    SyntaxValidator.validate(text);
  } catch (error) {
    throw new MillraceError('document.damaged', `The XML file is not well-formed: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

/** As its byte order mark or its first line says; UTF-8 otherwise, as XML has it. */
function decoded(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : named;
  try {
    return new TextDecoder(mark, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new MillraceError('document.damaged', `The XML file is not in the encoding that it names (${mark.slice(0, 40)}).`, error);
  }
}

/** Counted before anything is built of it. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of text.matchAll(/<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|[^>]*>)/g)) {
    if (tag.startsWith('</')) depth--;
    else if (!tag.startsWith('<!') && !tag.startsWith('<?') && !tag.endsWith('/>')) most = Math.max(most, ++depth);
  }
  return most;
}

/** All elements at the end of a path. */
export function all(element: XmlElement | undefined, ...path: readonly string[]): XmlElement[] {
  let found: XmlElement[] = element === undefined ? [] : [element];
  for (const name of path) {
    found = found.flatMap((one): XmlElement[] => {
      const next = typeof one === 'string' ? undefined : one[name];
      if (next === undefined) return [];
      return Array.isArray(next) ? (next as XmlElement[]) : [next as XmlElement];
    });
  }
  return found;
}

/** The first one. */
export function one(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return all(element, ...path)[0];
}

/** Characters of one value; notes of invoices have a few hundred. */
const longest = 2000;
// eslint-disable-next-line no-control-regex -- these are what it takes out
const unprintable = /[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** What an element says, on one line, without its children; undefined where it says nothing. */
export function textOf(element: XmlElement | undefined): string | undefined {
  const text = typeof element === 'string' ? element : element?.['#text'];
  if (typeof text !== 'string') return undefined;
  const plain = text.slice(0, longest).toWellFormed().replace(unprintable, '').trim().replace(/\s+/g, ' ');
  return plain === '' ? undefined : plain;
}

export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return typeof element === 'object' ? textOf(element[`@${name}`] as XmlElement | undefined) : undefined;
}
