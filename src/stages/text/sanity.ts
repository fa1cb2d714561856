/** What the characters of a page say about whether they can be trusted. */
export interface TextSanity {
  /** Without white space. */
  characters: number;
  words: number;
  /** Share of characters without a meaning: not in Unicode, private, replacement, control. */
  unmapped: number;
  /** Share of vowels among the letters of longer Latin words; undefined when there are too few to tell. */
  vowels?: number;
  garbled: boolean;
}

/** liteparse calls a page garbled below a fifth of vowels, Tika above a tenth of unmapped characters. Every language in Latin letters has over 0.3. */
const leastVowels = 0.2;
const mostUnmapped = 0.1;
const enoughLetters = 150;

const meaningless = /[\ufffd\p{Co}\p{Cn}]/gu;
const longLatin = /\p{Script=Latin}{4,}/gu;
const marks = /\p{M}/gu;
const vowel = /[aeiouyæœøı]/gi;

/** Judges the words of a page; `dropped` counts characters that had to be taken out because no text can hold them. */
export function judgeText(texts: readonly string[], dropped: number): TextSanity {
  const all = texts.join(' ');
  const characters = dropped + all.replace(/\s+/g, '').length;
  const unmapped = characters === 0 ? 0 : (dropped + (all.match(meaningless)?.length ?? 0)) / characters;
  const letters = (all.match(longLatin) ?? []).join('').normalize('NFD').replace(marks, '');
  const vowels = letters.length < enoughLetters ? undefined : (letters.match(vowel)?.length ?? 0) / letters.length;
  return {
    characters,
    words: texts.length,
    unmapped: round(unmapped),
    ...(vowels !== undefined && { vowels: round(vowels) }),
    garbled: unmapped > mostUnmapped || (vowels !== undefined && vowels < leastVowels),
  };
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
