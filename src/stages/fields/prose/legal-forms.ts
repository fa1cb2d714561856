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

/** How a name is given that ends with this word: `Inc.` for `INCORPORATED`; undefined for words that are no legal form. */
export function legalForm(word: string): string | undefined {
  return forms[lettersOf(word)];
}

/** Whether a word tells that a name is no person's. */
export function namesCompany(word: string): boolean {
  return legalForm(word) !== undefined || institutions.has(lettersOf(word));
}

function lettersOf(word: string): string {
  return word.replace(/['’]s\b|[^\p{L}]/gu, '').toLowerCase();
}
