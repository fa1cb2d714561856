/** What the characters of a page say about whether they can be trusted. */
export interface TextSanity {
  /** Without white space. */
  characters: number;
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
const longWord = 4;

/** Judges the text of a page; `dropped` counts characters that had to be taken out because no text can hold them. */
export function judgeText(text: string, dropped: number): TextSanity {
  const count = { characters: dropped, unmapped: dropped, letters: 0, vowels: 0 };
  let word = { letters: 0, vowels: 0 };
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    const kind = code < latinKinds.length ? latinKinds[code] : other;
    if (kind === letter || kind === vowel) {
      word.letters++;
      if (kind === vowel) word.vowels++;
      count.characters++;
      continue;
    }
    if (word.letters >= longWord) {
      count.letters += word.letters;
      count.vowels += word.vowels;
    }
    if (word.letters > 0) word = { letters: 0, vowels: 0 };
    if (kind !== space) count.characters++;
    if (code >= 0xe000 && isMeaningless(code)) count.unmapped++;
  }
  const unmapped = count.characters === 0 ? 0 : round(count.unmapped / count.characters);
  const vowels = count.letters < enoughLetters ? undefined : round(count.vowels / count.letters);
  const garbled = unmapped > mostUnmapped || (vowels !== undefined && vowels < leastVowels);
  return { characters: count.characters, unmapped, ...(vowels !== undefined && { vowels }), garbled };
}

const [other, space, letter, vowel] = [0, 1, 2, 3];

/** Latin letters with their accents, to the end of Latin Extended-B. */
const latinKinds = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return space;
  if (!/\p{Script=Latin}/u.test(character)) return other;
  return /^[aeiouyæœøı]/i.test(character.normalize('NFD')) ? vowel : letter;
});

/** Private use, except the pieces of tall brackets that the Symbol font keeps there; replacement character, noncharacters. */
function isMeaningless(code: number): boolean {
  if (code <= 0xf8ff) return code < 0xf8e5 || code > 0xf8fe;
  return code >= 0xfffd;
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
