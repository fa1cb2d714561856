import { describe, expect, it } from 'vitest';
import { nameKey, partyNameAt } from '../../../../src/stages/fields/prose/party-name.ts';
import { agreementFields, agreementSays, contract, inColumns } from '../../../support/written-contract.ts';
import { setLines } from '../../../support/set-lines.ts';

const partiesOf = (text: string): unknown => agreementSays(text).party;

describe('the parties of an agreement', () => {
  it.each([
    ['between AGS Games LLC a Delaware Corporation (“Company”), and Bob Miller (“Employee”).', ['AGS Games LLC', 'Bob Miller']],
    [
      'by and among Endor International plc, a public limited company incorporated under the laws of Ireland (“Endor”), Todd B. Fisher, an individual (“Fisher”), and TPX Global, LLC (“TPX” or, with Fisher, a “receiving party”).',
      ['Endor International PLC', 'Todd B. Fisher', 'TPX Global LLC'],
    ],
    ['between Smith & Wells Corp. and Helen Okafor.', ['Smith and Wells Corp.', 'Helen Okafor']],
    [
      'between (1) Bluefin Analytics Limited, whose registered office is at 1 High Street, London; and (2) Pinewood GmbH, Musterstraße 5, Berlin.',
      ['Bluefin Analytics Ltd.', 'Pinewood GmbH'],
    ],
    [
      'by and between BAR HILL BANKSHARES, a Maine corporation with its headquarters located in Bar Hill, Maine (hereinafter, “the Company”), and Richard Walz, Jr., a resident of Hampton, Maine (hereinafter, “the Executive”).',
      ['BAR HILL BANKSHARES', 'Richard Walz, Jr.'],
    ],
    [
      'by and among MAPLE HOLDINGS CORP., BIRCH ACQUISITION LLC and CEDAR INDUSTRIES, INC.',
      ['MAPLE HOLDINGS Corp.', 'BIRCH ACQUISITION LLC', 'CEDAR INDUSTRIES Inc.'],
    ],
    [
      'BETWEEN: First Harbor Bank, N.A. of 1 Bank Plaza, Salem (the “Lender”) OF THE FIRST PART AND Delia Prince of 3 Pine Street, Salem',
      ['First Harbor Bank N.A.', 'Delia Prince'],
    ],
    [
      'PARTIES (1) GREENFIELD ESTATES LIMITED incorporated in England with company number 01234567 (Landlord); and (2) MARY TESTER of 5 Low Lane (Tenant)',
      ['GREENFIELD ESTATES Ltd.', 'MARY TESTER'],
    ],
    ['between Acme Widgets, Inc., Salem, Oregon, as agent and Bob Miller.', ['Acme Widgets Inc.', 'Bob Miller']],
    ['by and between Meadow Dairy Co., Ltd. and the undersigned, together with its affiliates.', ['Meadow Dairy Co. Ltd.']],
  ])('are named in its opening: %s', (opening, parties) => {
    expect(partiesOf(`This Agreement is made as of May 4, 2011 ${opening}`)).toEqual(parties);
  });

  it('are none of: roles, blanks, days, hours', () => {
    expect(partiesOf('Talks between the Company and the Employee, between January 1 and June 30, between ____ and [Name].')).toBeUndefined();
  });

  it('are those whose part stands before them', () => {
    expect(partiesOf('RENTAL AGREEMENT\nLandlord: Oakridge Properties LLC\nTenant(s): Samuel Green')).toEqual([
      'Oakridge Properties LLC',
      'Samuel Green',
    ]);
  });

  it('are those that are given a part', () => {
    expect(
      partiesOf(
        'In connection with a sale, Landor’s, Inc. (the “Recipient”) and Orchard Foods Group Inc., a Texas corporation and its subsidiaries (together, the “Company”), agree. Jeffers & Company, Inc. (“Jeffers”) advises.',
      ),
    ).toEqual(['Landor’s Inc.', 'Orchard Foods Group Inc.']);
  });

  it('are those that sign, company by company in columns, and not who signs for them', () => {
    const document = contract('NON-DISCLOSURE AGREEMENT\nThe parties agree.');
    const left = setLines(['MICRONEL, INC.', 'By: /s/ Jens Heller', 'Title: President'], { y: 600 });
    const right = setLines(['Amber Corp.', 'By: /s/ Dora Pike', 'Title: Secretary'], { y: 600 });
    document.pages[0]?.lines.push(...inColumns(left, right));
    const parties = agreementFields(document).filter(({ name }) => name === 'party');
    expect(parties.map(({ value }) => value)).toEqual(['MICRONEL Inc.', 'Amber Corp.']);
    expect(parties[1]?.bbox?.[0]).toBe(200);
  });

  it('are named once, however often and however spelled', () => {
    const text = 'between Acme Widgets, Inc. and the undersigned.\nACME WIDGETS, INC.\nBy: /s/ Tim Baker\nTitle: President\n/s/ Helen Okafor';
    expect(partiesOf(text)).toEqual(['Acme Widgets Inc.', 'Helen Okafor']);
  });

  it('are a list even of one', () => {
    expect(agreementFields(contract('by and between Acme Widgets, Inc. and ____'))).toMatchObject([
      { name: 'party', listed: true, raw: 'Acme Widgets, Inc.' },
    ]);
  });
});

describe('a name', () => {
  it('ends where its bearer is described', () => {
    expect(partyNameAt('the Quarry & Sons, L.P., a Texas partnership')).toMatchObject({
      name: 'Quarry and Sons LP',
      isCompany: true,
      from: 4,
      to: 23,
    });
    expect(partyNameAt('Mr. Peter van den Berg residing in Ghent')).toMatchObject({ name: 'Peter van den Berg', isCompany: false });
    expect(partyNameAt('Bank of Salem, N.A. (the “Bank”)')?.name).toBe('Bank of Salem N.A.');
    expect(partyNameAt('a company')).toBeUndefined();
  });

  it('is the same with another legal form, article or case', () => {
    expect(nameKey('The ACME Widgets, Inc.')).toBe(nameKey('Acme Widgets LLC'));
    expect(nameKey('Acme Widgets')).not.toBe(nameKey('Acme Gadgets'));
  });
});
