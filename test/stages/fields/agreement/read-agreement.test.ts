import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../support/any-text.ts';
import { agreementFields, agreementSays, contract } from '../../../support/written-contract.ts';

describe('a contract', () => {
  it('is read from its sentences: parties, day, law and term of an agreement between companies', () => {
    expect(
      agreementSays(`
MUTUAL NON-DISCLOSURE AGREEMENT
This Mutual Non-Disclosure Agreement (this “Agreement”) is entered into as of March 2, 2012 (the “Effective Date”), by and between Quarrystone Robotics, Inc., a Delaware corporation with offices at 5 Mill Road, Salem, Oregon (“Quarrystone”), and Bluefin & Sons, L.P., a Texas limited partnership (“Bluefin”).
1. Purpose. Quarrystone may disclose information under that certain supply agreement dated as of May 1, 2010.
2. Neither party shall solicit employees of the other for a period of one (1) year from the date hereof.
3. Term. This Agreement shall terminate two (2) years after the Effective Date.
4. This Agreement shall be governed by and construed in accordance with the internal laws of the State of New York.
IN WITNESS WHEREOF, the parties have executed this Agreement.`),
    ).toEqual({
      effective_date: '2012-03-02',
      jurisdiction: 'New York',
      party: ['Quarrystone Robotics Inc.', 'Bluefin and Sons LP'],
      term: '2 years',
    });
  });

  it('may be a lease that two persons take together', () => {
    expect(
      agreementSays(`
RESIDENTIAL LEASE AGREEMENT
This Lease Agreement ("Lease") is made this third day of April, 2018, by and between Harbor Point Holdings, LLC, a Florida limited liability company ("Landlord"), and Jane Q. Sampleton and Robert T. Sampleton (collectively, "Tenant").
2. Term. The term of this Lease shall be for a period of twelve (12) months, commencing on May 1, 2018. Tenant shall give thirty (30) days notice.
14. This Lease shall be governed by Florida law.`),
    ).toEqual({
      effective_date: '2018-04-03',
      jurisdiction: 'Florida',
      party: ['Harbor Point Holdings LLC', 'Jane Q. Sampleton', 'Robert T. Sampleton'],
      term: '12 months',
    });
  });

  it('may be a letter: its date, its sender, and who agrees to it below', () => {
    expect(
      agreementSays(`
Larkspur Ventures LLC
100 Elm Street, Denver, Colorado 80202
September 9, 2019
Dear Dr. Okafor:
This letter confirms the terms on which Larkspur Ventures LLC (“Larkspur” or the “Company”) will engage you as an advisor. This letter agreement will remain in effect for one year from the date hereof. It shall be governed by Colorado law.
Very truly yours,
Larkspur Ventures LLC
By: /s/ Tim Baker
Name: Tim Baker
Title: Managing Partner
Accepted and agreed:
/s/ Helen Okafor`),
    ).toEqual({ effective_date: '2019-09-09', jurisdiction: 'Colorado', party: ['Larkspur Ventures LLC', 'Helen Okafor'], term: '1 year' });
  });

  it.each([
    [
      'German',
      `Vertraulichkeitsvereinbarung
zwischen der Nordlicht Technik AG, Seestrasse 10, 8002 Zürich, und Herrn Peter Beispiel, Gartenweg 3, 50667 Köln
Diese Vereinbarung tritt am 1. Januar 2020 in Kraft und hat eine Laufzeit von drei Jahren. Sie unterliegt schweizerischem Recht.`,
      { effective_date: '2020-01-01', jurisdiction: 'Switzerland', party: ['Nordlicht Technik AG', 'Peter Beispiel'], term: '3 years' },
    ],
    [
      'French',
      `CONTRAT DE PRESTATION DE SERVICES
Entre les soussignés :
La société Dupré Conseil SARL, dont le siège social est situé 5 rue de la Gare, 75002 Paris, ci-après dénommée « le Prestataire »,
et
La société Atelier Lumière SAS, dont le siège est à Lyon, ci-après dénommée « le Client »,
Le présent contrat prend effet le 1er septembre 2021 pour une durée de deux ans. Il est régi par le droit français.`,
      { effective_date: '2021-09-01', jurisdiction: 'France', party: ['Dupré Conseil SARL', 'Atelier Lumière SAS'], term: '2 years' },
    ],
    [
      'Spanish',
      `CONTRATO DE ARRENDAMIENTO
En Madrid, a 3 de mayo de 2022
De una parte, Carlos Ejemplo Ruiz, en adelante el arrendador. Y de otra parte, Inversiones Ficticias, S.L., en adelante el arrendatario.
El presente contrato tendrá una duración de cinco años desde su firma. Se regirá por la legislación española.`,
      { effective_date: '2022-05-03', jurisdiction: 'Spain', party: ['Carlos Ejemplo Ruiz', 'Inversiones Ficticias S.L.'], term: '5 years' },
    ],
    [
      'Italian',
      `CONTRATTO DI CONSULENZA
tra la società Fantasia Servizi S.r.l., con sede in Milano (di seguito il "Cliente") e il dott. Mario Esempio (di seguito il "Consulente")
Il presente contratto ha durata di 12 mesi con decorrenza dal 1 ottobre 2020. È regolato dalla legge italiana.`,
      { effective_date: '2020-10-01', jurisdiction: 'Italy', party: ['Fantasia Servizi S.r.l.', 'Mario Esempio'], term: '12 months' },
    ],
    [
      'Dutch',
      `SAMENWERKINGSOVEREENKOMST
De ondergetekenden: Voorbeeld Bouw B.V., gevestigd te Utrecht, en Fictief Advies B.V., gevestigd te Rotterdam, komen overeen:
Deze overeenkomst treedt in werking op 1 februari 2022 en heeft een looptijd van 2 jaar. Op deze overeenkomst is Nederlands recht van toepassing.`,
      { effective_date: '2022-02-01', jurisdiction: 'Netherlands', party: ['Voorbeeld Bouw B.V.', 'Fictief Advies B.V.'], term: '2 years' },
    ],
  ])('is read in %s', (_language, text, truth) => {
    expect(agreementSays(text)).toEqual(truth);
  });

  it('that is a form to be filled in has no day and no second party, and loses nothing else by it', () => {
    expect(
      agreementSays(`
FORM OF CONSULTING AGREEMENT
THIS AGREEMENT is made effective as of ____________, 2019, by and between Acme Widgets, Inc. (“Company”), formed on May 4, 1998, and ________________ (“Consultant”).
This Agreement is governed by the laws of the Commonwealth of Pennsylvania.`),
    ).toEqual({ jurisdiction: 'Pennsylvania', party: ['Acme Widgets Inc.'] });
  });

  it('that says nothing of the kind has no fields, and an empty one neither', () => {
    expect(agreementSays('Minutes of the meeting. Nobody came.')).toEqual({});
    expect(agreementSays('')).toEqual({});
  });

  it('gives each field its place: the words that say it, on the page where they begin, as they stand', () => {
    const fields = agreementFields(contract('This Agreement is governed by the laws of the State of\fNew\nYork. The end.'));
    expect(fields).toHaveLength(1);
    expect(fields[0]).toMatchObject({ name: 'jurisdiction', value: 'New York', raw: 'New York', page: 2, by: 'agreement/jurisdiction' });
    expect(fields[0]?.bbox).toEqual([50, 40, 75, 62]);
  });

  it('goes on over the running foot of a page', () => {
    const document = contract('This Agreement is governed by the laws of the\nKansas Weekly, page 1\fState of Ohio.');
    document.pages[0]!.lines[1]!.furniture = 'footer';
    expect(agreementFields(document)).toMatchObject([{ value: 'Ohio' }]);
  });

  it('of any text is read without failing, and every place is on a page that there is', () => {
    const words = fc.constantFrom(
      'by and between',
      'governed by',
      'the laws of',
      'Inc.',
      'and',
      '(“',
      '”)',
      'May 4, 2011',
      'two (2) years',
      'By: /s/',
      'Utah',
      '\n',
      '\f',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, anyText()), { maxLength: 60 }), (pieces) => {
        const document = contract(pieces.join(' '));
        for (const { page, bbox, raw, confidence } of agreementFields(document)) {
          expect(document.pages.map((each) => each.page)).toContain(page);
          expect(bbox?.every(Number.isFinite)).toBe(true);
          expect(raw).not.toBe('');
          expect(confidence > 0 && confidence < 1).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
