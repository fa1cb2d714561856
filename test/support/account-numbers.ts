import fc from 'fast-check';

/** Account numbers of a country with the right check digits: `bban` is a pattern of the digits behind them. */
export function ibans(country: string, bban: RegExp): fc.Arbitrary<string> {
  return fc.stringMatching(bban).map((digits) => `${country}${checkDigits(`${digits}${country}`)}${digits}`);
}

/** Creditor references (ISO 11649) with the right check digits. */
export function creditorReferences(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[0-9A-Z]{1,21}$/).map((reference) => `RF${checkDigits(`${reference}RF`)}${reference}`);
}

/** Of ISO 7064 MOD 97-10, by whole numbers instead of digit by digit. */
function checkDigits(text: string): string {
  const number = BigInt([...`${text}00`].map((character) => parseInt(character, 36)).join(''));
  return String(98n - (number % 97n)).padStart(2, '0');
}
