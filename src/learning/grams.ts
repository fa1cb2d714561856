/** Words of a document that count: what it is stands at its beginning, and every example costs memory. */
const mostWords = 1_500;

/** Letters of a word; longer ones are no words. */
const longestWord = 30;

/**
 * How often each word and each pair of neighbouring words stands in a text. Case and accents are set aside, and all numbers are one word: what they are
 * changes from document to document.
 */
export function gramsOf(text: string): Map<string, number> {
  const grams = new Map<string, number>();
  const add = (gram: string): void => void grams.set(gram, (grams.get(gram) ?? 0) + 1);
  let before: string | undefined;
  let count = 0;
  for (const [found] of text.matchAll(word)) {
    if (++count > mostWords) break;
    const plain = /^\p{N}/u.test(found) ? '0' : found.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().slice(0, longestWord);
    add(plain);
    if (before !== undefined) add(`${before} ${plain}`);
    before = plain;
  }
  return grams;
}

/** Numbers with their marks; letters with the accents that stand on them. */
const word = /\p{N}[\p{N}.,:/'-]{0,40}|\p{L}[\p{L}\p{M}]{0,100}/gu;
