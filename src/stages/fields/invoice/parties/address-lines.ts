import { countryNamed } from '../../../../values/country-names.ts';

/** What a line of an address block is. */
export type LineKind = 'postal' | 'street' | 'country' | 'contact' | 'attention' | 'salutation' | 'other';

const postal = [
  // Germany, France, Spain, Italy, the Nordic countries, India, Malaysia: 10115 Berlin · F-75001 Paris · 560 067
  /(?:^|[\s,-])\d{4,6} +\p{Lu}\p{L}+/u,
  // The Netherlands: 1011 AB Amsterdam
  /(?:^|\s)\d{4} ?[A-Z]{2}(?:\s|$)/,
  // Portugal: 1000-001 Lisboa
  /(?:^|\s)\d{4}-\d{3}(?:\s|$)/,
  // The United Kingdom: SW1A 1AA
  /(?:^|\s)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?:[\s,.]|$)/,
  // The United States: Springfield, IL 62704-1234
  /(?:^|[\s,])[A-Z]{2},? \d{5}(?:-\d{4})?(?:[\s,]|$)/,
  // Canada: K1A 0B1
  /(?:^|\s)[A-Z]\d[A-Z] ?\d[A-Z]\d(?:\s|$)/,
  // Behind the town: Lucknow 226010 · Bangalore-560068
  /\p{L}[\s,-]+\d{5,6}(?:[\s,]|$)/u,
];
/** A number behind or before a name; a post box; floors and rooms. */
const street =
  /^\p{L}[\p{L}\s.,'’/-]{2,60}\s\d{1,5}\s?[a-zA-Z]?(?:\s?[-–/]\s?\d{1,5}[a-zA-Z]?)?,?$|^\d{1,5}[A-Za-z]?(?:[-/]\d{1,5})?,?\s+\p{L}|^(?:p\.? ?o\.? box|postfach|b\.?p\.?|apartado|postbus|casella postale|c\.p\.)\s+\d|\b(?:street|road|avenue|lane|drive|square|strasse|straße|straat|laan|weg|platz),?$|^(?:jalan|calle|via|viale|piazza|rue|rua|avenida|boulevard|place|plaza)\s\p{L}/iu;
const contact =
  /^(?:tel|phone|fon|telefon|telefoon|téléphone|teléfono|telefono|telefone|fax|telefax|mobil|mobile|e-?mail|mail|web|website|internet|www|https?|gln|vat|ust|ein|gst|nif|cif|siret|p\.? ?iva|btw|kvk|iban|bic)(?![\p{L}])|@|:\/\/|^www\./iu;
const attention = /^(?:attn|att|attention|z\.? ?hd|z\.? ?h|t\.a\.v|à l['’]attention|c\.a|alla c\.a|c\/o)(?![\p{L}])/iu;
const salutation =
  /^(?:herrn?|frau|firma|familie|fa|mr|mrs|ms|miss|messrs|m|mme|mlle|monsieur|madame|sig|sig\.ra|sr|sra|d|dña|dhr|mevr|mw|de heer|mevrouw|exmo|herrn? und frau|an|to)\.?$/iu;
/** What a line of a letterhead or an address block is, by its notation alone. */
export function lineKind(text: string): LineKind {
  const plain = text.trim().slice(0, 120);
  if (salutation.test(plain)) return 'salutation';
  if (attention.test(plain)) return 'attention';
  if (contact.test(plain)) return 'contact';
  if (postal.some((pattern) => pattern.test(plain))) return 'postal';
  if (isCountry(plain)) return 'country';
  if (street.test(plain)) return 'street';
  return 'other';
}

/** Some give it in two languages: Germany / Deutschland. */
function isCountry(text: string): boolean {
  return text.split('/').every((name) => countryNamed(name) !== undefined);
}
