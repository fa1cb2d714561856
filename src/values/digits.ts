const lookalikes: Readonly<Record<string, string>> = { O: '0', o: '0', Q: '0', D: '0', I: '1', l: '1', '|': '1', i: '1', S: '5', B: '8', Z: '2' };
const token = /[^\s]{3,30}/g;
/** Digits, letters that look like them, and at least one mark of numbers, dates and times between them. */
const numeric = /^[^\p{L}\d]{0,3}(?:RM|Rs\.?)?([\dOoQDIl|iSBZ]{1,12}(?:[.,:/-][\dOoQDIl|iSBZ]{1,12}){1,4})[^\p{L}\d]{0,3}$/u;
const dollar = /^S(?=\d{1,3}(?:,\d{3}){0,3}\.\d{2}$)/;

/** A text, character for character, with the letters of numbers read as the digits they look like: `O1/I2/2O18`, `l2.5O`, `S4.11`. */
export function readAsDigits(text: string): string {
  return text.replace(token, (word) => {
    const number = numeric.exec(word)?.[1];
    if (dollar.test(word)) return word.replace('S', '$');
    if (number === undefined) return word;
    const letters = number.replace(/[^A-Za-z|]/g, '').length;
    const digits = number.replace(/\D/g, '').length;
    if (letters === 0 || digits < Math.max(2, letters)) return word;
    return word.replace(
      number,
      number.replace(/[A-Za-z|]/g, (letter) => lookalikes[letter] ?? letter),
    );
  });
}
