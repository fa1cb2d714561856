/** Legal forms as names end with them, letters only, and how a name is given with them. */
const forms: Readonly<Record<string, string>> = {
  ...{ inc: 'Inc.', incorporated: 'Inc.', corp: 'Corp.', co: 'Co.', llc: 'LLC', lp: 'LP' },
  ...{ llp: 'LLP', lllp: 'LLLP', ltd: 'Ltd.', limited: 'Ltd.', plc: 'PLC', pllc: 'PLLC', pc: 'PC', na: 'N.A.', pty: 'Pty' },
  ...{ gmbh: 'GmbH', mbh: 'mbH', ag: 'AG', kg: 'KG', kgaa: 'KGaA', ohg: 'OHG', gbr: 'GbR', ug: 'UG', ev: 'e.V.', eg: 'eG', se: 'SE', ek: 'e.K.' },
  ...{ sa: 'S.A.', sas: 'SAS', sasu: 'SASU', sarl: 'SARL', eurl: 'EURL', sci: 'SCI', snc: 'SNC', sca: 'SCA', spa: 'S.p.A.', srl: 'S.r.l.' },
  ...{ sl: 'S.L.', slu: 'S.L.U.', sau: 'S.A.U.', bv: 'B.V.', nv: 'N.V.', vof: 'V.O.F.', cv: 'C.V.', sgps: 'SGPS', lda: 'Lda.' },
  ...{ ab: 'AB', as: 'AS', asa: 'ASA', aps: 'ApS', oy: 'Oy', oyj: 'Oyj', spzoo: 'Sp. z o.o.', kft: 'Kft.', kk: 'K.K.' },
};

/** Words that make a name that of an institution, wherever they stand in it. */
const institutions = new Set([
  'company',
  'corporation',
  'bank',
  'bancorp',
  'trust',
  'partnership',
  'partners',
  'foundation',
  'university',
  'association',
]);

/** Those that are also written in small letters; other small words are no legal forms: "as", "incorporated in". */
const small = new Set(['plc', 'inc', 'ltd', 'llc', 'corp', 'gmbh']);

/** How a name is given that ends with this word: `Inc.` for `INCORPORATED`; undefined for words that are no legal form. */
export function legalForm(word: string): string | undefined {
  const written = onlyLetters(word);
  const form = forms[written.toLowerCase()];
  if (form === undefined) return undefined;
  const isCapital = written.length > 2 && /^\p{Lu}/u.test(written);
  return isCapital || written === written.toUpperCase() || written === onlyLetters(form) || small.has(written) ? form : undefined;
}

/** Whether a word tells that a name is no person's. */
export function namesCompany(word: string): boolean {
  return legalForm(word) !== undefined || institutions.has(onlyLetters(word).toLowerCase());
}

function onlyLetters(word: string): string {
  return word.replace(/['’]s\b|[^\p{L}]/gu, '');
}
