/** Sum of digits times weights, as most national check digits are made. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0);
}

/** The formula of Luhn (ISO/IEC 7812-1, annex B). */
export function luhnHolds(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + digitSum(at % 2 === 0 ? Number(digit) : 2 * Number(digit)), 0);
  return sum % 10 === 0;
}

function digitSum(number: number): number {
  return number > 9 ? number - 9 : number;
}

/** MOD 11,10 of ISO/IEC 7064. */
export function mod1110Holds(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) product = (2 * ((product + Number(digit)) % 10 || 10)) % 11;
  return (product + Number(digits.at(-1))) % 10 === 1;
}

/** MOD 97-10 of ISO/IEC 7064, letters as 10 to 35. */
export function mod97Holds(text: string): boolean {
  let rest = 0;
  for (const digit of text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) rest = (10 * rest + Number(digit)) % 97;
  return rest === 1;
}
