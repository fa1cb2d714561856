/** How a country writes its VAT numbers, and whether the digits behind the prefix agree with their check digit. */
export interface VatNumber {
  pattern: RegExp;
  holds?: (body: string) => boolean;
}

/** By prefix: https://ec.europa.eu/taxation_customs/vies (structure of numbers). */
export const vatNumbers: Readonly<Record<string, VatNumber>> = {
  ATU: { pattern: /^ATU\d{8}/ },
  BE: { pattern: /^BE[01]\d{9}/ },
  CHE: { pattern: /^CHE\d{9}/ },
  DE: { pattern: /^DE\d{9}/ },
  ES: { pattern: /^ES[A-Z\d]\d{7}[A-Z\d]/ },
  FR: { pattern: /^FR[A-Z\d]{2}\d{9}/ },
  GB: { pattern: /^GB(?:\d{12}|\d{9})/ },
  IT: { pattern: /^IT\d{11}/ },
  NL: { pattern: /^NL\d{9}B\d{2}/ },
  PL: { pattern: /^PL\d{10}/ },
  PT: { pattern: /^PT\d{9}/ },
};
