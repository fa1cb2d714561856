import { luhnHolds, weighted } from './check-digits.ts';

/** A tax or company number that is written without a country. */
export interface NationalNumber {
  scheme: string;
  /** Finds it with its label, if it needs one; the number is the first group. */
  pattern: RegExp;
  /** Of the compact number. Without it the form alone tells. */
  holds?: (number: string) => boolean;
  check?: string;
}

const gap = String.raw`[ \t]{0,2}(?:no|nr|n°|number|id)?[ \t]{0,2}[.:#]{0,2}[ \t]{0,2}`;

/** The more particular first. */
export const nationalNumbers: readonly NationalNumber[] = [
  {
    scheme: 'in-gstin',
    pattern: /(?<![\p{L}\d])(\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d])(?![\p{L}\d])/gu,
    holds: gstinHolds,
    check: 'gstin-checksum',
  },
  {
    scheme: 'fr-siret',
    pattern: new RegExp(String.raw`(?<!\p{L})SIRET${gap}(\d{3} ?\d{3} ?\d{3} ?\d{5})(?!\d)`, 'giu'),
    holds: luhnHolds,
    check: 'luhn-checksum',
  },
  { scheme: 'fr-siret', pattern: /(?<!\d[ .]?)(\d{3} \d{3} \d{3} \d{5})(?![ .]?\d)/g, holds: luhnHolds, check: 'luhn-checksum' },
  {
    scheme: 'fr-siren',
    pattern: new RegExp(String.raw`(?<!\p{L})(?:SIREN|RCS(?: \p{L}{2,20})?)${gap}(\d{3} ?\d{3} ?\d{3})(?! ?\d)`, 'giu'),
    holds: luhnHolds,
    check: 'luhn-checksum',
  },
  {
    scheme: 'au-abn',
    pattern: new RegExp(String.raw`(?<!\p{L})A\.?B\.?N\.?${gap}(\d{2} ?\d{3} ?\d{3} ?\d{3})(?!\d)`, 'giu'),
    holds: abnHolds,
    check: 'abn-checksum',
  },
  {
    scheme: 'us-ein',
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:F?EIN|TIN|I\.?R\.?S\.?|Tax(?:payer)? ?I\.?D\.?|Employer Identification)${gap}(\d{2}-\d{7})(?![\d-])`,
      'giu',
    ),
  },
  { scheme: 'de-steuernummer', pattern: /(?<![\p{L}\d/.-])(\d{2,3} ?\/ ?\d{3} ?\/ ?\d{5}|\d{3} ?\/ ?\d{4} ?\/ ?\d{4})(?![\d/])/gu },
];

/** Labels that announce a tax number, whatever the country. The first group is the number, by digits and the letters at its ends. */
export const labelledNumber = new RegExp(
  String.raw`(?<!\p{L})(?:` +
    // Words for a tax, which announce a number only with a word for one.
    String.raw`(?:VAT|GST|SST|HST|TVA|BTW|IVA|MwSt|MOMS|USt|Umsatzsteuer|Tax|TAXPAYER|Service Tax)[ \t.-]{0,2}(?:(?:reg(?:istration)?|ident(?:ification|ifikations)?|id|no|nr|nummer|number|num[eé]ro|code|ein)[ \t.:-]{0,3}){1,4}` +
    String.raw`|(?:Steuer(?:-?n(?:umme)?r)|St\.?-?Nr|NIF|CIF|NIPC?|CNPJ|CPF|RUC|RFC|UID|GSTIN|P\.? ?IVA|Partita IVA|n° ?TVA(?: intracommunautaire)?)[ \t.:-]{0,3}` +
    // A short word between, whether meant or misread.
    String.raw`)[#:. \t]{0,4}(?:[\p{L}©]{1,4}[ \t])?` +
    String.raw`((?:[A-Z]{1,4}-?)?(?:\d{6,15}(?:[-/]\d{1,5}){0,2}|\d{1,5}(?:[ ./-]\d{2,5}){1,5})(?:[ -]?[A-Z]{1,2})?)(?![\p{L}\d]|[.,]\d)`,
  'giu',
);

const base36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Luhn's formula over 36 characters, as the Indian GST Council prescribes. */
function gstinHolds(number: string): boolean {
  const sum = [...number.slice(0, 14)].reduce((total, character, at) => {
    const product = base36.indexOf(character) * (at % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return base36.charAt((36 - (sum % 36)) % 36) === number.at(-1);
}

/** https://abr.business.gov.au/Help/AbnFormat: one is taken off the first digit. */
function abnHolds(number: string): boolean {
  return (weighted(number, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0;
}
