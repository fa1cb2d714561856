const lookalikes: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  '|': '1',
  i: '1',
  S: '5',
  B: '8',
  Z: '2',
  '¢': '8',
};
const token = /[^\s]{3,30}/g;
/** Digits, letters that look like them, and at least one mark of numbers, dates and times between them. */
const numeric = /^[^\p{L}\d]{0,3}(?:RM|Rs\.?)?([\dOoQDIl|iSBZ¢]{1,12}(?:[.,:/-][\dOoQDIl|iSBZ¢]{1,12}){1,4})[^\p{L}\d]{0,3}$/u;
/** Behind whole cents it is what it is. */
const centsSign = /(?<=[.,]\d{2})¢$/;
const dollar = /^S(?=\d{1,3}(?:,\d{3}){0,3}\.\d{2}$)/;

/** A text, character for character, with the letters of numbers read as the digits they look like: `O1/I2/2O18`, `l2.5O`, `S4.11`. */
export function readAsDigits(text: string): string {
  return text.replace(token, (word) => {
    if (dollar.test(word)) return word.replace('S', '$');
    const number = numeric.exec(word)?.[1]?.replace(centsSign, '') ?? '';
    const letters = number.replace(/[^A-Za-z|¢]/g, '').length;
    const digits = number.replace(/\D/g, '').length;
    if (letters === 0 || digits < Math.max(2, letters)) return word;
    const asRead = number.replace(/[A-Za-z|¢]/g, (letter) => lookalikes[letter] ?? letter);
    return word.replace(number, asRead);
  });
}
