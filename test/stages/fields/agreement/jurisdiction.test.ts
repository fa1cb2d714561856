import { describe, expect, it } from 'vitest';
import { agreementFields, agreementSays, contract } from '../../../support/written-contract.ts';

const jurisdictionOf = (text: string): unknown => agreementSays(text).jurisdiction;

describe('the law that governs an agreement', () => {
  it.each([
    ['This Agreement shall be governed by and construed in accordance with the laws of the State of New Mexico.', 'New Mexico'],
    ['The laws of the Commonwealth of Virginia (without giving effect to its conflict of laws rules) govern all matters.', 'Virginia'],
    ['THIS AGREEMENT SHALL BE GOVERNED BY THE LAWS OF THE STATE OF WEST VIRGINIA.', 'West Virginia'],
    ['It is governed by the internal law, and not the law of conflicts, of Illinois.', 'Illinois'],
    ['The construction of this Agreement shall be governed by Nevada law.', 'Nevada'],
    ['This Agreement is governed by the laws of the Province of Ontario and the federal laws of Canada applicable therein.', 'Ontario'],
    ['This Agreement is governed by the law of England & Wales.', 'England and Wales'],
    ['This Agreement shall be governed by Swiss law.', 'Switzerland'],
    ["This Agreement shall be governed by the laws of the People's Republic of China.", 'China'],
    ['Governing law: Singapore', 'Singapore'],
    ['Es gilt das Recht der Bundesrepublik Deutschland.', 'Germany'],
    ['Der Vertrag unterliegt österreichischem Recht.', 'Austria'],
    ['Le contrat est soumis au droit belge.', 'Belgium'],
    ['El contrato se regirá por las leyes de México.', 'Mexico'],
    ["Il contratto è regolato dalla legge dello Stato italiano e si applica il diritto dell'Italia.", 'Italy'],
  ])('is known from: %s', (clause, place) => {
    expect(jurisdictionOf(clause)).toBe(place);
  });

  it('is not that under which a party was formed, nor that of copyright', () => {
    const parties = 'Acme Widgets, Inc., organized and existing under the laws of the State of Delaware, agrees as follows.';
    const rights = 'All works are owned according to the copyright laws of the United States, and governed by them.';
    expect(jurisdictionOf(`${parties} This Agreement is governed by the laws of Maine. ${rights}`)).toBe('Maine');
    expect(jurisdictionOf(`${parties} ${rights}`)).toBeUndefined();
  });

  it('is not the first place that comes after a law which is only described', () => {
    expect(
      jurisdictionOf('This Lease is governed by the laws of the State in which the premises stand. Notices go to Boise, Idaho.'),
    ).toBeUndefined();
  });

  it('is less sure where only the courts are agreed upon, or another clause names another law', () => {
    const clause = 'This Agreement shall be governed by the laws of Utah.';
    const [alone, courts, doubted] = [
      clause,
      'Any action shall be brought in the courts located in Salt Lake County, Utah.',
      `${clause} Annex. This Agreement shall be governed by the laws of Ohio.`,
    ].map((text) => agreementFields(contract(text))[0]);
    expect([alone, courts, doubted].map((field) => field?.value)).toEqual(['Utah', 'Utah', 'Utah']);
    expect(alone?.confidence).toBeGreaterThan(0.9);
    expect(doubted?.confidence).toBeLessThan(0.7);
    expect(courts?.confidence).toBeLessThan(0.6);
  });
});
