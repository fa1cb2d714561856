/** A run of letters and digits of a word, as labels are compared. */
export interface Token {
  /** Without case and accents. */
  text: string;
  /** Place among the words that it was read from. */
  word: number;
  /** Places in the word's text, the end exclusive. */
  from: number;
  to: number;
}

/** The parts of words that labels are compared by, so that "Rechnungs-Nr.:", "RECHNUNGS NR" and "Rechnungsnr" are one. */
export function foldedTokens(words: readonly { text: string }[]): Token[] {
  return words.flatMap(({ text }, word) =>
    Array.from(text.matchAll(parts), ({ 0: part, index }) => ({ text: folded(part), word, from: index, to: index + part.length })),
  );
}

/** A phrase as one key: what is left of it when only letters, digits, `#` and `%` count. */
export function foldedPhrase(phrase: string): string {
  return foldedTokens([{ text: phrase }])
    .map((token) => token.text)
    .join('');
}

const parts = /[\p{L}\p{N}\p{M}°]+|[#%№]/gu;
const ascii = /^[\x20-\x7e]*$/;

function folded(part: string): string {
  if (ascii.test(part)) return part.toLowerCase();
  return part.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('°', 'o').toLowerCase().replaceAll('ß', 'ss');
}
