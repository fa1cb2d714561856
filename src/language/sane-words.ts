import { letterOf, mayFollow } from './letter-pairs.ts';

/** How much of a text looks like words, whatever the language. */
export interface WordSanity {
  /** Words that can be judged; of scripts without spaces, two characters count as one. Short words, codes and signs are none. */
  words: number;
  /** Those that could be words of some language. */
  sane: number;
  /** Numbers of two digits or more: they make sense, but speak for nothing else. */
  numbers: number;
}

/**
 * Counts the words of a text and those among them that make sense as such: by the letters that follow each other, vowels, case, and signs within
 * them. No dictionary, so that names and languages that nobody thought of pass; a font without a meaning and a bad recognition do not.
 */
export function judgeWords(text: string): WordSanity {
  const sanity: WordSanity = { words: 0, sane: 0, numbers: 0 };
  for (const token of text.split(/\s+/)) judgeToken(token, sanity);
  return sanity;
}

/** Words and numbers of a text that make sense: what one reading of a page is compared to another by. */
export function countSensible(text: string): number {
  const { sane, numbers } = judgeWords(text);
  return sane + numbers;
}

/** Signs that may stand within a word or a number, or join two. */
const joiners = /[-‐‑–—/'’.,:·&+@_=%*()[\]±×÷\u2032-\u2037\u2190-\u22ff]+/;
/** Signs around a word. */
const margin = /^[\p{P}\p{S}\p{Cf}]+|[\p{P}\p{S}\p{Cf}]+$/gu;

function judgeToken(token: string, sanity: WordSanity): void {
  const word = token.replace(margin, '');
  if (word.length < 2) return;
  if (plainWord.test(word)) {
    count(sanity, judgePlain(word), 1);
    return;
  }
  if (strange.test(word)) {
    if (lettersIn(word) >= shortestWord) count(sanity, false, 1);
    return;
  }
  for (const part of word.split(joiners)) judgePart(part, sanity);
}

/** Only Latin letters, accents included: most words of most texts. */
const plainWord = /^[A-Za-zÀ-ÖØ-öø-ɏ]+$/;
/** A sign between letters that no way of writing puts there. */
const strange = /[\p{L}\p{N}][^\p{L}\p{M}\p{N}\-‐‑–—/'’.,:·&+@_=%*()[\]±×÷\u2032-\u2037\u2190-\u22ff\p{Cf}]+[\p{L}\p{N}]/u;

function judgePart(part: string, sanity: WordSanity): void {
  if (part.length < 2) return;
  if (plainWord.test(part)) count(sanity, judgePlain(part), 1);
  else if (/^\p{N}+$/u.test(part)) sanity.numbers++;
  else if (/^[\p{L}\p{M}\p{Cf}]+$/u.test(part)) judgeOther(part, sanity);
  else if (/\p{Ll}\p{N}+\p{Ll}{2}|\p{Ll}{2}\p{N}+\p{Ll}/u.test(part)) count(sanity, false, 1);
}

function lettersIn(word: string): number {
  return word.match(/\p{L}/gu)?.length ?? 0;
}

/** A word of another script makes sense when all of it is of that one script. Greek among Latin letters is a formula, and says nothing. */
function judgeOther(part: string, sanity: WordSanity): void {
  if (/\p{Script=Greek}/u.test(part) && /\p{Script=Latin}/u.test(part)) return;
  const script = scripts.find((one) => one.pattern.test(part));
  count(sanity, script !== undefined, script?.spaced === false ? part.length / 2 : 1);
}

/** Scripts whose words are set apart by spaces, and those whose words are not. */
const spacedScripts =
  'Latin Cyrillic Greek Arabic Hebrew Hangul Devanagari Armenian Georgian Bengali Tamil Telugu Gujarati Gurmukhi Kannada Malayalam Sinhala Ethiopic Tibetan';
const unspacedScripts = ['Thai', 'Lao', 'Khmer', 'Myanmar', 'Han}\\p{scx=Hiragana}\\p{scx=Katakana'];

const scripts = [
  ...unspacedScripts.map((name) => ({ pattern: onlyOf(name), spaced: false })),
  ...spacedScripts.split(' ').map((name) => ({ pattern: onlyOf(name), spaced: true })),
];

function onlyOf(script: string): RegExp {
  return new RegExp(`^[\\p{scx=${script}}\\p{M}\\p{Cf}]+$`, 'u');
}

function count(sanity: WordSanity, sane: boolean | undefined, weight: number): void {
  if (sane === undefined) return;
  sanity.words += weight;
  if (sane) sanity.sane += weight;
}

/** Letters: shorter words are abbreviations as often as not, and chance makes as many as sense does. */
const shortestWord = 4;
/** Letters of words in capitals that may be the names of organisations. */
const longestAcronym = 4;
/** Consonants that may follow each other, as in German compounds. */
const mostConsonants = 6;

const vowels = new Set(Array.from('aeiouy', (vowel) => letterOf(vowel.charCodeAt(0))));

/** Undefined when the word says nothing. */
function judgePlain(word: string): boolean | undefined {
  if (word.length < shortestWord || !cased.test(word)) return undefined;
  let [follows, voiced, before, consonants, same] = [true, false, 0, 0, 1];
  for (let at = 0; at < word.length && follows; at++) {
    const letter = letterOf(word.charCodeAt(at));
    const isVowel = vowels.has(letter);
    voiced ||= isVowel;
    consonants = isVowel ? 0 : consonants + 1;
    same = letter === before ? same + 1 : 1;
    follows = (before === 0 || mayFollow(before, letter)) && same < 3 && consonants <= mostConsonants;
    before = letter;
  }
  if (follows && voiced) return true;
  return word.length <= longestAcronym && word === word.toUpperCase() ? undefined : false;
}

/** Small, capitals, a capital first, or capitals within as in a name made of two; others are names and codes of their own kind. */
const cased = /^(?:\p{Ll}+|\p{Lu}+s?|(?:\p{Lu}?\p{Ll}+)?(?:\p{Lu}\p{Ll}+)+)$/u;
