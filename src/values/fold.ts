/** Lower case without accents, character for character, so that places in the folded text are places in the text. */
export function fold(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (character) => character.normalize('NFD').charAt(0)).toLowerCase();
}

/** Small letters and digits alone, without accents: what notations of one name or one number have in common. */
export function lettersAndDigits(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
