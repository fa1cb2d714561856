/**
 * The remainder by 97 of a number that is written with digits and letters (A is 10), as ISO 7064 MOD 97-10 has it: 1 for an IBAN (ISO 13616) or a creditor
 * reference (ISO 11649) whose first four characters have been moved to its end. Undefined for other characters.
 */
export function remainder97(text: string): number | undefined {
  if (!/^[0-9A-Z]+$/.test(text)) return undefined;
  return [...text].reduce((remainder, character) => {
    const value = parseInt(character, 36);
    return (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}

/** Whether an IBAN or a creditor reference, without spaces and in capitals, holds its own check digits. */
export function checks97(text: string): boolean {
  return text.length > 4 && remainder97(text.slice(4) + text.slice(0, 4)) === 1;
}

/** Whether the last digit is the check digit of those before it by the recursive modulo 10 of Swiss payment references (Swiss Payment Standards, annex B). */
export function checks10(digits: string): boolean {
  if (!/^\d{2,}$/.test(digits)) return false;
  const carried = [...digits.slice(0, -1)].reduce((carry, digit) => steps[(carry + Number(digit)) % 10] ?? 0, 0);
  return (10 - carried) % 10 === Number(digits.at(-1));
}

const steps = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
