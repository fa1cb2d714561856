import { luhnHolds, mod1110Holds, mod97Holds, weighted } from './check-digits.ts';

/** How a country writes what stands behind the prefix of its VAT numbers, and whether that agrees with its check digit. */
export interface VatNumber {
  /** Anchored at the start; the longer alternative first. */
  body: RegExp;
  holds?: (body: string) => boolean;
}

/**
 * By prefix, those of the European Union (structure: VIES, Council Regulation (EU) 904/2010), Switzerland, Norway and the United Kingdom.
 * The check digits are those that the tax offices publish, as collected by python-stdnum.
 */
export const vatNumbers: Readonly<Record<string, VatNumber>> = {
  ATU: { body: /^\d{8}/, holds: (body) => (austrianSum(body) + 4 + Number(body.at(-1))) % 10 === 0 },
  BE: { body: /^[01]\d{9}/, holds: (body) => (Number(body.slice(0, 8)) + Number(body.slice(8))) % 97 === 0 },
  BG: { body: /^\d{9,10}/, holds: (body) => body.length === 9 && bulgarianDigit(body) === body.at(-1) },
  CHE: { body: /^\d{9}/, holds: (body) => weighted(body, [5, 4, 3, 2, 7, 6, 5, 4, 1]) % 11 === 0 },
  CY: { body: /^\d{8}[A-Z]/, holds: (body) => cypriotLetter(body) === body.at(-1) },
  CZ: { body: /^\d{8,10}/, holds: (body) => body.length === 8 && czechDigit(body) === Number(body.at(-1)) },
  DE: { body: /^[1-9]\d{8}/, holds: mod1110Holds },
  DK: { body: /^\d{8}/, holds: (body) => weighted(body, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { body: /^\d{9}/, holds: (body) => weighted(body, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 },
  EL: { body: /^\d{9}/, holds: (body) => (weighted(body, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(body.at(-1)) },
  ES: { body: /^(?:[A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])/, holds: spanishHolds },
  FI: { body: /^\d{8}/, holds: (body) => weighted(body, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0 },
  FR: { body: /^[A-HJ-NP-Z\d]{2}\d{9}/, holds: frenchHolds },
  GB: { body: /^(?:\d{12}|\d{9})/, holds: britishHolds },
  HR: { body: /^\d{11}/, holds: mod1110Holds },
  HU: { body: /^\d{8}/, holds: (body) => weighted(body, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IE: { body: /^(?:\d{7}[A-W][A-IW]|\d{7}[A-W]|\d[A-Z*+]\d{5}[A-W])/, holds: irishHolds },
  IT: { body: /^\d{11}/, holds: luhnHolds },
  LT: { body: /^(?:\d{12}|\d{9})/, holds: (body) => lithuanianDigit(body) === Number(body.at(-1)) },
  LU: { body: /^\d{8}/, holds: (body) => Number(body.slice(0, 6)) % 89 === Number(body.slice(6)) },
  LV: { body: /^[4-9]\d{10}/, holds: (body) => weighted(body, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3 },
  MT: { body: /^\d{8}/, holds: (body) => weighted(body, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0 },
  NL: { body: /^\d{9}B\d{2}/, holds: (body) => weighted(body, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 || mod97Holds(`NL${body}`) },
  NO: { body: /^\d{9}(?:MVA)?/, holds: (body) => weighted(body, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  PL: { body: /^\d{10}/, holds: (body) => weighted(body, [6, 5, 7, 2, 3, 4, 5, 6, 7, -1]) % 11 === 0 },
  PT: { body: /^[1-9]\d{8}/, holds: (body) => ((11 - (weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === Number(body.at(-1)) },
  RO: { body: /^\d{6,10}/, holds: romanianHolds },
  SE: { body: /^\d{10}01/, holds: (body) => luhnHolds(body.slice(0, 10)) },
  SI: { body: /^[1-9]\d{7}/, holds: (body) => ((11 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10) % 11 === Number(body.at(-1)) },
  SK: { body: /^[1-9]\d{9}/, holds: (body) => Number(body) % 11 === 0 },
  XI: { body: /^(?:\d{12}|\d{9})/, holds: britishHolds },
};

function austrianSum(body: string): number {
  return [...body.slice(0, 7)].reduce(
    (sum, digit, at) => sum + (at % 2 === 0 ? Number(digit) : Math.floor(Number(digit) / 5) + ((2 * Number(digit)) % 10)),
    0,
  );
}

function bulgarianDigit(body: string): string {
  const rest = weighted(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  return String(rest < 10 ? rest : (weighted(body, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10);
}

function cypriotLetter(body: string): string {
  const turned = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  const sum = [...body.slice(0, 8)].reduce((total, digit, at) => total + (at % 2 === 0 ? (turned[Number(digit)] ?? 0) : Number(digit)), 0);
  return String.fromCharCode(65 + (sum % 26));
}

function czechDigit(body: string): number {
  const rest = (11 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return (rest || 1) % 10;
}

/** Of a person (DNI, NIE) or of a company (CIF). */
function spanishHolds(body: string): boolean {
  if (/^[\dXYZ]/.test(body)) {
    const number = Number(body.slice(0, 8).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
    return 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(number % 23) === body.at(-1);
  }
  const digits = body.slice(1, 8);
  const control = [...Array(10).keys()].findIndex((digit) => luhnHolds(`${digits}${digit}`));
  return body.endsWith(String(control)) || body.at(-1) === 'JABCDEFGHI'.charAt(control);
}

function frenchHolds(body: string): boolean {
  const siren = body.slice(2);
  if (!luhnHolds(siren)) return false;
  return /^\d\d/.test(body) ? (12 + 3 * (Number(siren) % 97)) % 97 === Number(body.slice(0, 2)) : true;
}

function britishHolds(body: string): boolean {
  const rest = weighted(body, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97;
  return rest === 0 || rest === 42;
}

function irishHolds(body: string): boolean {
  const digits = /^\d{7}/.test(body) ? body : `0${body.slice(2, 7)}${body.charAt(0)}${body.charAt(7)}`;
  const second = digits.length > 8 ? 'WABCDEFGHI'.indexOf(digits.charAt(8)) : 0;
  return 'WABCDEFGHIJKLMNOPQRSTUV'.charAt((weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23) === digits.charAt(7);
}

function lithuanianDigit(body: string): number {
  const weights = (first: number): number[] => Array.from({ length: body.length - 1 }, (_, at) => 1 + ((at + first) % 9));
  const rest = weighted(body, weights(0)) % 11;
  return rest < 10 ? rest : (weighted(body, weights(2)) % 11) % 10;
}

function romanianHolds(body: string): boolean {
  const digits = body.padStart(10, '0');
  return ((10 * weighted(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2])) % 11) % 10 === Number(body.at(-1));
}
