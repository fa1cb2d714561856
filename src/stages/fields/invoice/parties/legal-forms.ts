/** Forms of companies, as they end their names, written as registers do; capitals alone count for those of up to three letters, which are words elsewhere. */
const anyCase = [
  'GmbH',
  'gGmbH',
  'mbH',
  'KGaA',
  'Ltd',
  'Limited',
  'LLC',
  'LLP',
  'Inc',
  'Incorporated',
  'Corp',
  'Corporation',
  'Company',
  'PLC',
  'SARL',
  'S\\.à ?r\\.l',
  'S\\.a ?r\\.l',
  'SRL',
  'S\\.r\\.l\\.?s?',
  'S\\.p\\.A',
  'S\\.n\\.c',
  'S\\.a\\.s',
  'B\\.V',
  'N\\.V',
  'V\\.O\\.F',
  'S\\.A\\.S',
  'S\\.A',
  'S\\.L\\.?U?',
  'Lda',
  'Ltda',
  'Unipessoal',
  'Sdn\\.? Bhd',
  'Bhd',
  'Pvt',
  'Private Limited',
  'Pte',
  'Pty',
  'ApS',
  'A/S',
  'Oy',
  'Oyj',
  'sp\\. z o\\.o',
  's\\.r\\.o',
  'Kft',
  'e\\. ?K',
  'e\\. ?V',
  'a\\. ?G',
  'GbR',
  'Kaufmann',
];
const capitals = [
  'AG',
  'KG',
  'OHG',
  'UG',
  'SE',
  'EG',
  'eG',
  'eK',
  'eV',
  'SA',
  'SAS',
  'SL',
  'SLU',
  'BV',
  'NV',
  'AB',
  'AS',
  'SpA',
  'SNC',
  'EURL',
  'VOF',
  'Co',
];

const bounded = (forms: readonly string[], flags: string): RegExp => new RegExp(`(?<=^|[\\s,.&(])(?:${forms.join('|')})(?![\\p{L}\\d])\\.?`, flags);
const ofAnyCase = bounded(anyCase, 'giu');
const ofCapitals = bounded(capitals, 'gu');
/** Longer lines are no names. */
const longest = 200;

/** Where the last form of a company ends in a text, if one is named. Words in small letters are none: a "company" has no form, an "e.V." has one. */
export function legalFormEnd(text: string): number | undefined {
  const line = text.slice(0, longest);
  const found = [...line.matchAll(ofAnyCase), ...line.matchAll(ofCapitals)].filter(([form]) => !/^[a-z]+$/.test(form) && form !== line);
  return found.length === 0 ? undefined : Math.max(...found.map(({ 0: form, index }) => index + form.length));
}
