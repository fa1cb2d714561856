import type { InkWord } from './page-ink.ts';

/** Words of one line with no cell's edge between them, as far as the gaps tell. */
export interface Phrase {
  words: InkWord[];
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Height of its type in points. */
  size: number;
}

/** In heights of the type: a gap as wide as this always parts two phrases; justified text is not set wider. */
const certainGap = 1.6;
/** In heights of the type: a narrower gap may part two phrases when the line's own spaces are clearly narrower. */
const likelyGap = 0.75;
/** How many times wider than the line's spaces a likely gap is. */
const widerThanSpace = 2.2;
/** The same between two numbers, which hardly ever stand side by side in one cell. */
const widerBetweenNumbers = 1.5;
/** In heights of the type: the usual space of a text face. */
const usualSpace = 0.28;
/** In heights of the type: how far a currency sign may stand from its amount, as accountants set it. */
const currencyGap = 5;

const currency = /^(?:[$€£¥]|US\$|EUR|USD|GBP|CHF)$/u;
const afterNumber = /^(?:%|\*{1,5}|[†‡§]|\(\d\))$/u;
const numeric = /^[-–—+±(*$€£¥<>≤≥~]*\d[\d.,'’:/–-]*[)%*†‡§]*$/u;
const thousands = /^\d{3}(?:[.,]\d+)?[)%*]*$/u;
const leader = /^(?:[.…·]+|_{3,}|-{3,})$/u;
const longLeader = /(?:\.{4,}|…{2,}|_{3,})$/u;
const bullet = /^(?:[•·▪●○■□◦❖➢‣–—*-]|\(?[0-9a-zA-Z]{1,2}[.)])$/u;

/** Cuts lines into phrases at the gaps that are no spaces between words. */
export function phrasesOf(words: readonly InkWord[]): Phrase[] {
  const lines = new Map<number, InkWord[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, [word]);
    else line.push(word);
  }
  return [...lines.values()].flatMap((line) => cutLine(line));
}

/** A number as tables hold them: signs, separators, marks of notes. */
export function isNumeric(text: string): boolean {
  return numeric.test(text);
}

/** Puts words of one line together, in the order given. */
export function phraseOf(words: InkWord[]): Phrase {
  let [x0, y0, x1, y1, size] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (const { box } of words) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  for (const word of words) size = Math.max(size, Math.min(word.size, y1 - y0));
  return { words, x0, y0, x1, y1, size };
}

export function phraseText(phrase: Phrase): string {
  return phrase.words.map((word) => word.text).join(' ');
}

function cutLine(line: InkWord[]): Phrase[] {
  line.sort((a, b) => a.box[0] - b.box[0]);
  const gaps = line.slice(1).map((word, at) => gapBefore(line[at], word));
  const even = isEven(gaps, line);
  const space = spaceOf(gaps);
  const phrases: InkWord[][] = [];
  line.forEach((word, at) => {
    const before = line[at - 1];
    const current = phrases.at(-1);
    const gap = gaps[at - 1] ?? 0;
    if (before === undefined || current === undefined || isCut(before, word, gap, space, even, current.length === 1)) phrases.push([word]);
    else current.push(word);
  });
  return phrases.map(phraseOf);
}

/** In heights of the type. */
function gapBefore(before: InkWord | undefined, word: InkWord): number {
  return before === undefined ? 0 : (word.box[0] - before.box[2]) / Math.max(1, Math.min(before.size, word.size));
}

/** Justified lines have spaces of one width, however wide. */
function isEven(gaps: readonly number[], line: readonly InkWord[]): boolean {
  if (gaps.length < 4 || line.filter((word) => isNumeric(word.text)).length * 3 > line.length) return false;
  const widest = Math.max(...gaps);
  return widest <= certainGap && widest <= 1.4 * Math.min(...gaps);
}

function spaceOf(gaps: readonly number[]): number {
  const spaces = gaps.filter((gap) => gap > 0.05 && gap < likelyGap).sort((a, b) => a - b);
  return spaces[spaces.length >> 1] ?? usualSpace;
}

function isCut(before: InkWord, word: InkWord, gap: number, space: number, even: boolean, alone: boolean): boolean {
  if (leader.test(word.text)) return false;
  if (longLeader.test(before.text) || (leader.test(before.text) && gap > usualSpace)) return true;
  if (currency.test(before.text) && isNumeric(word.text)) return gap > currencyGap;
  const number = isNumeric(before.text);
  if (number && afterNumber.test(word.text)) return gap > certainGap;
  if (gap > certainGap) return !(alone && bullet.test(before.text) && !isNumeric(word.text) && gap < 2 * certainGap);
  if (even) return false;
  if (number && isNumeric(word.text) && !thousands.test(word.text)) return gap > widerBetweenNumbers * Math.min(space, usualSpace);
  return gap > likelyGap && gap > widerThanSpace * space && !(alone && bullet.test(before.text));
}
