import { judgeWords } from '../../language/sane-words.ts';

/** What the characters of a page say about whether they can be trusted. */
export interface TextSanity {
  /** Without white space. */
  characters: number;
  /** Share of characters without a meaning: not in Unicode, private, replacement, control. */
  unmapped: number;
  /** Share of words that could be some; undefined when there are none to judge. */
  sane?: number;
  garbled: boolean;
}

/** Tika's limit for characters without a meaning. */
const mostUnmapped = 0.1;
/** Real text has over 0.93, in any language; font codes taken for letters under 0.65, letters exchanged at random nearly always under 0.75. One word more or less is chance. */
const leastSane = 0.8;
const enoughWords = 8;
/** kreuzberg's limit for letters and digits among all characters; leaders and rules drawn by characters are left out. */
const leastReadable = 0.3;
const enoughSigns = 4;

/** Judges the text of a page; `dropped` counts characters that had to be taken out because no text can hold them. */
export function judgeText(text: string, dropped: number): TextSanity {
  const { characters, meaningless, readable, signs } = countCharacters(text);
  const { words, sane } = judgeWords(text);
  const unmapped = characters + dropped === 0 ? 0 : round((meaningless + dropped) / (characters + dropped));
  const garbled =
    unmapped > mostUnmapped ||
    (words >= enoughWords && sane + 1 < leastSane * words) ||
    (signs >= enoughSigns && readable < leastReadable * (readable + signs));
  return { characters: characters + dropped, unmapped, ...(words > 0 && { sane: round(sane / words) }), garbled };
}

interface Characters {
  characters: number;
  meaningless: number;
  /** Letters and digits. */
  readable: number;
  /** Others, a row of equal ones counted once. */
  signs: number;
}

function countCharacters(text: string): Characters {
  const count = { characters: 0, meaningless: 0, readable: 0, signs: 0 };
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kinds[code] ?? (code >= 0xe000 && isMeaningless(code) ? nothing : readable);
    if (kind !== space) count.characters++;
    if (kind === nothing) count.meaningless++;
    else if (kind === readable) count.readable++;
    else if (kind === sign && code !== before) count.signs++;
    if (kind !== space) before = code;
  }
  return count;
}

const [nothing, space, sign, readable] = [0, 1, 2, 3];

/** Up to the end of the general punctuation and symbols. */
const kinds = Uint8Array.from({ length: 0x2c00 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return space;
  return /[\p{P}\p{S}]/u.test(character) ? sign : readable;
});

/** Private use, except the pieces of tall brackets that the Symbol font keeps there; replacement character, noncharacters. */
function isMeaningless(code: number): boolean {
  if (code <= 0xf8ff) return code < 0xf8e5 || code > 0xf8fe;
  return code >= 0xfffd;
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
