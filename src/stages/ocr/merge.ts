import { countSensible } from '../../language/sane-words.ts';
import { unionOf } from '../../model/box.ts';
import type { Box, Line, Word } from '../../model/page.ts';
import { lettersAndDigits } from '../../values/fold.ts';
import { meanConfidence } from './confidence.ts';
import { insertInOrder } from './merge-order.ts';

/** What a page states itself and what was recognised on it, as one. */
export interface Merged {
  /** Reading order. */
  lines: Line[];
  /** What recognition added. */
  added: Word[];
}

export interface MergeTerms {
  /** The page's own words are seen, so that what is recognised where they stand is the same words once more. */
  visible: boolean;
  /** Lines of the page that make no sense, and give way to what is recognised where they stand. */
  garbled: readonly Line[];
  /** What was read are pictures among text, which may hold nothing to read; else it is the page itself. */
  pictures: boolean;
}

/**
 * Puts recognised lines, one list for each part of the page that was read, between those that the page states itself. Words that the page states
 * itself win where they make sense; parts of which nothing makes sense, as of photos, are left out.
 */
export function mergeLines(native: readonly Line[], parts: readonly (readonly Line[])[], { visible, garbled, pictures }: MergeTerms): Merged {
  const words = native.filter((line) => !garbled.includes(line)).flatMap((line) => line.words);
  const others = parts.map((part) => part.flatMap((line) => withoutTwins(line, words, visible)));
  const added = others.map((part) => (pictures ? sensibleLines(part) : part)).filter((part) => part.length > 0);
  const addedWords = added.flat().flatMap((line) => line.words);
  const kept = native.filter((line) => !garbled.includes(line) || !isReplaced(line, addedWords));
  // What nobody sees has no place between what is seen.
  return { lines: visible ? insertInOrder(kept, added) : [...added.flat(), ...kept], added: addedWords };
}

function isReplaced({ text, box }: Line, added: readonly Word[]): boolean {
  const instead = added.filter((word) => sharedArea(word.box, box) >= mostlyOver * areaOf(word.box)).map((word) => word.text);
  return instead.length > 0 && countSensible(instead.join(' ')) >= countSensible(text);
}

/** Share of a recognised word under one of the page's own from which on both are one; less is enough when they are alike. */
const mostlyOver = 0.5;
const partlyOver = 0.15;

function withoutTwins(line: Line, native: readonly Word[], visible: boolean): Line[] {
  const near = native.filter((word) => sharedArea(word.box, line.box) > 0);
  const words = line.words.filter((word) => !near.some((other) => isTwin(word, other, visible)));
  if (words.length === 0) return [];
  return words.length === line.words.length
    ? [line]
    : [{ ...line, words, box: unionOf(words.map(({ box }) => box)), text: words.map((word) => word.text).join(' ') }];
}

function isTwin(read: Word, own: Word, visible: boolean): boolean {
  const shared = sharedArea(read.box, own.box);
  const over = shared / Math.max(areaOf(read.box), Number.MIN_VALUE);
  return (visible && over >= mostlyOver) || ((over >= partlyOver || shared >= partlyOver * areaOf(own.box)) && areAlike(read.text, own.text));
}

function areAlike(read: string, own: string): boolean {
  const [a, b] = [lettersAndDigits(read), lettersAndDigits(own)];
  return a !== '' && (a === b || (b.includes(a) && a.length > 2) || (a.includes(b) && b.length > 2));
}

/** What tesseract is less sure of than this is as often wrong as right. */
const sure = 0.6;
/** Letters and digits of words that make sense: less in one part is a logo, or what grain and edges make. */
const fewLetters = 8;

/** The lines of a part that are sure and hold a word that makes sense; none when there is too little of it. */
function sensibleLines(part: readonly Line[]): Line[] {
  const kept = part.filter((line) => meanConfidence(line.words) >= sure && line.words.some(isSensible));
  const letters = kept.flatMap((line) => line.words.filter(isSensible)).reduce((sum, word) => sum + lettersAndDigits(word.text).length, 0);
  return letters < fewLetters ? [] : kept;
}

function isSensible({ text, confidence = 1 }: Word): boolean {
  return confidence >= sure && countSensible(text) > 0;
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}

function sharedArea(a: Box, b: Box): number {
  return areaOf([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]);
}
