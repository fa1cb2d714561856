import type { Word } from '../../../model/page.ts';
import { meanConfidence } from './legibility.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

/** What a row of the head of a receipt is. `text` may be a name or a part of an address; `place` is a part of an address for sure. */
export type HeaderKind = 'text' | 'place' | 'registration' | 'contact' | 'greeting' | 'noise';

/** Below this mean confidence words are guesses at something that is no type; a few letters, as a logo gives them, need more. */
const legible = 0.35;
const fewLetters = 5;
const legibleFew = 0.8;

/** What a row, or the part of it that these words are, is by its words and its numbers. Below a text a house number tells a place; names may hold one, too. */
export function headerKind(row: Row, words: readonly Word[], isBelowText: boolean): HeaderKind {
  const text = words.map((word) => word.text).join(' ');
  if (isRegistration(row, text) || isNumberOnly(text) || longNumber.test(text)) return 'registration';
  if (isContact(row, words, text)) return 'contact';
  if (says(row, 'greeting')) return 'greeting';
  if (isNoise(words, text)) return 'noise';
  return isPlace(row, text) || (isBelowText && houseNumber.test(text)) ? 'place' : 'text';
}

/** Short words for it, as TIN, may be a part of a name, unless a number follows. */
const tellingLetters = 5;

function isRegistration(row: Row, text: string): boolean {
  if (row.values.some(({ kind }) => kind === 'tax_id' || kind === 'iban')) return true;
  return row.phrases.some(({ meanings, phrase }) => meanings.has('registration') && (phrase.length >= tellingLetters || /\d{4}/.test(text)));
}

/** No house and no postal code has so many digits. */
const longNumber = /(?<!\d)\d{9}/;

/** (1234567-X) · 001234567-A · AB0123456-C */
function isNumberOnly(text: string): boolean {
  return /^[^\p{L}\d]{0,3}(?:\p{L}{1,3}[- ]?)?\d[\d -]{4,16}(?:[- ]{1,3}[\p{L}\d])?[^\p{L}\d]{0,3}$/u.test(text);
}

/** A word for it before a number, an address of the net, also misread, or a number behind a colon. */
function isContact(row: Row, words: readonly Word[], text: string): boolean {
  const isNamed = row.phrases.some(
    ({ meanings, from }) => words.includes(row.words[from]!) && (meanings.has('contact') || meanings.has('merchant_phone')),
  );
  return (isNamed && /\d{3}/.test(text)) || /@|www\.|\.com\b/i.test(text) || /: ?\+?\d[\d -]{6,20}$/.test(text);
}

function isNoise(words: readonly Word[], text: string): boolean {
  const letters = text.replace(/\P{L}/gu, '').length;
  return letters < 2 || meanConfidence(words) < (letters < fewLetters ? legibleFew : legible);
}

function isPlace(row: Row, text: string): boolean {
  return says(row, 'street') || isNumbered(text);
}

/** As addresses are: a number with a comma, or a postal code. */
export function isNumbered(text: string): boolean {
  return /\d.{0,40},|,.{0,40}\d/.test(text) || /(?<![\d-])\d{4,6}(?![\d-])/.test(text);
}

/** 14 Mill Lane · Lindenweg 8a · 2-4-1 Ginza */
const houseNumber = /^\d{1,4}[a-z]?(?:[-/]\d{1,4}){0,2}[ ,]+\p{L}|\p{L}\.? \d{1,4} ?[a-z]?$/iu;
