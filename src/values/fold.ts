/** Lower case without accents, character for character, so that places in the folded text are places in the text. */
export function fold(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (character) => character.normalize('NFD').charAt(0)).toLowerCase();
}
