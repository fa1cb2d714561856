/** What speaks for a country: its names, its dialling code, its domains, and patterns of its own (postal codes, company forms, tax numbers). */
export interface CountryHint {
  names: readonly string[];
  dialling?: string;
  domains: readonly string[];
  other: readonly string[];
}

/** By ISO 3166 code; the countries whose currency, order of date or marks are in question. */
export const countryHints: Readonly<Record<string, CountryHint>> = {
  US: {
    names: ['USA', 'United States', 'U\\.S\\.A\\.', 'Delaware', 'California', 'New York', 'Texas'],
    domains: [],
    other: [
      String.raw`\b(?:A[KLRZ]|C[AOT]|DC|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])[,.]? \d{5}(?:-\d{4})?\b`,
    ],
  },
  CA: { names: ['Canada', 'Ontario', 'Québec'], domains: ['ca'], other: [String.raw`\b[A-Z]\d[A-Z] \d[A-Z]\d\b`] },
  GB: {
    names: ['United Kingdom', 'England', 'London', 'Ltd'],
    dialling: '44',
    domains: ['co\\.uk', 'uk'],
    other: [String.raw`\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b`],
  },
  AU: { names: ['Australia'], dialling: '61', domains: ['com\\.au', 'au'], other: [String.raw`\bABN\b`, String.raw`\b(?:NSW|QLD|VIC)\b`] },
  NZ: { names: ['New Zealand'], dialling: '64', domains: ['co\\.nz', 'nz'], other: [] },
  SG: { names: ['Singapore'], dialling: '65', domains: ['com\\.sg', 'sg'], other: [] },
  MY: { names: ['Malaysia', 'Kuala Lumpur', 'Selangor', 'Johor', 'Jalan', 'Sdn', 'Bhd'], dialling: '60', domains: ['com\\.my', 'my'], other: [] },
  HK: { names: ['Hong Kong', 'Kowloon'], dialling: '852', domains: ['hk'], other: [] },
  IN: {
    names: ['India', 'Bangalore', 'Bengaluru', 'Mumbai', 'Delhi', 'GSTIN', 'CGST', 'SGST'],
    dialling: '91',
    domains: ['co\\.in', 'in'],
    other: [],
  },
  PK: { names: ['Pakistan', 'Karachi', 'Lahore'], dialling: '92', domains: ['pk'], other: [] },
  LK: { names: ['Sri Lanka', 'Colombo'], dialling: '94', domains: ['lk'], other: [] },
  PH: { names: ['Philippines', 'Manila'], dialling: '63', domains: ['ph'], other: [] },
  JP: { names: ['Japan', 'Tokyo'], dialling: '81', domains: ['jp'], other: [] },
  CN: { names: ['China', 'Beijing', 'Shanghai', 'Shenzhen'], dialling: '86', domains: ['cn'], other: [] },
  DE: { names: ['Deutschland', 'Germany', 'GmbH'], dialling: '49', domains: ['de'], other: [String.raw`\bDE ?\d{9}\b`] },
  AT: { names: ['Österreich', 'Austria'], dialling: '43', domains: ['at'], other: [String.raw`\bATU\d{8}\b`] },
  CH: { names: ['Schweiz', 'Switzerland', 'Suisse', 'Svizzera'], dialling: '41', domains: ['ch'], other: [String.raw`\bCHE-\d{3}`] },
  FR: { names: ['France', 'SARL', 'SIRET', 'SIREN'], dialling: '33', domains: ['fr'], other: [] },
  ES: { names: ['España', 'Spain'], dialling: '34', domains: ['es'], other: [] },
  IT: { names: ['Italia', 'Italy', 'P\\. ?IVA'], dialling: '39', domains: ['it'], other: [] },
  NL: { names: ['Nederland', 'Netherlands', 'KvK', 'BTW'], dialling: '31', domains: ['nl'], other: [] },
  BE: { names: ['België', 'Belgique', 'Belgium'], dialling: '32', domains: ['be'], other: [] },
  PT: { names: ['Portugal'], dialling: '351', domains: ['pt'], other: [] },
  BR: { names: ['Brasil', 'Brazil', 'CNPJ', 'CPF'], dialling: '55', domains: ['com\\.br', 'br'], other: [] },
  MX: { names: ['México', 'Mexico'], dialling: '52', domains: ['mx'], other: [] },
  SE: { names: ['Sverige', 'Sweden', 'Bankgiro', 'moms'], dialling: '46', domains: ['se'], other: [] },
  NO: { names: ['Norge', 'Norway', 'Orgnr'], dialling: '47', domains: ['no'], other: [] },
  DK: { names: ['Danmark', 'Denmark', 'CVR'], dialling: '45', domains: ['dk'], other: [] },
  ZA: { names: ['South Africa'], dialling: '27', domains: ['co\\.za', 'za'], other: [] },
};
