/**
 * The letters and digits of a word in the form in which phrases are compared: without case, accents and punctuation, and with letters alike that
 * recognition takes for each other. Phrases and documents are both folded, so what is lost is lost to both.
 */
export function foldedWord(word: string): string {
  if (!written.test(word)) return '';
  const plain = ascii.test(word) ? word : word.normalize('NFKD').replaceAll('ß', 'ss');
  return plain
    .toLowerCase()
    .replace(number, 'no')
    .replace(unwritten, '')
    .replace(confused, (found) => alike[found] ?? found);
}

/** The words of a phrase, folded and without the spaces between them: recognition loses and adds those. */
export function foldedPhrase(phrase: string): string {
  return phrase.split(/\s+/).map(foldedWord).join('');
}

const written = /[\p{L}\p{N}#]/u;

const ascii = /^[\x20-\x7e]*$/;

/** Signs for "number": `#`, `n°`; № and nº come apart by themselves. */
const number = /#|n°/g;

/** Inside of a word, a bar may be an l. */
const unwritten = /[^\p{L}\p{N}|]/gu;

/** What Tesseract takes for each other most often. */
const alike: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', l: 'i', '|': 'i', '5': 's', '8': 'b', rn: 'm', vv: 'w' };

const confused = /rn|vv|[01l|58]/g;
