import { describe, expect, it } from 'vitest';
import { readLetter } from '../../../../src/stages/fields/letter/read-letter.ts';
import { localeOf } from '../../../../src/values/locale-of.ts';
import { shippedTypes } from '../../../support/shipped-types.ts';
import { contract } from '../../../support/written-contract.ts';

const fieldsOf = (text: string) => {
  const document = contract(text);
  const [type] = shippedTypes.filter(({ name }) => name === 'letter');
  return type === undefined ? [] : readLetter({ document, type, locale: localeOf(document), candidates: [] });
};
const saysOf = (text: string): Record<string, unknown> => Object.fromEntries(fieldsOf(text).map(({ name, value }) => [name, value]));

describe('a letter', () => {
  it('is dated and addressed above its salutation and signed below its closing', () => {
    expect(
      saysOf(`Riverside Mills Ltd
1 Water Lane, Bath
12 May 2021
Mrs Clara Penrose
7 Hill Street
Bristol
Re: Flour for the winter
Dear Mrs Penrose,
Thank you for your letter of 3 April 2021. We met in London on 1 May 2021 and agreed on the price.
Yours sincerely,
/s/ T. Harbour
Thomas Harbour
Head miller`),
    ).toEqual({ letter_date: '2021-05-12', sender_name: 'T. Harbour', recipient_name: 'Clara Penrose', subject: 'Flour for the winter' });
  });

  it('is read in German', () => {
    expect(
      saysOf(`Schreinerei Abendrot, Neustadt
Frau Erika Beispiel
Gartenweg 3
50667 Köln
Köln, den 3. März 2020
Betreff: Ihr neuer Tisch
Sehr geehrte Frau Beispiel,
Ihr Tisch ist fertig und kann ab dem 9. März 2020 geholt werden.
Mit freundlichen Grüßen
Max Muster`),
    ).toEqual({ letter_date: '2020-03-03', sender_name: 'Max Muster', recipient_name: 'Erika Beispiel', subject: 'Ihr neuer Tisch' });
  });

  it('to nobody in particular names no recipient, and one without a date none that it mentions', () => {
    expect(saysOf('Dear Sir or Madam,\nI write about the mill that burned on 3 May 2020.\nYours faithfully,\nAnn Harbour')).toEqual({
      sender_name: 'Ann Harbour',
    });
  });

  it('names its recipient as it greets him where there is no address, and is less sure', () => {
    const [field] = fieldsOf('Dear Clara,\nThe wheel turns again.\nBest wishes,\nAnn Harbour').filter(({ name }) => name === 'recipient_name');
    expect(field).toMatchObject({ value: 'Clara', raw: 'Clara', page: 1, by: 'letter/recipient_name', confidence: 0.6 });
  });

  it('goes on over pages, and closes on the last', () => {
    const text = 'Dear Clara,\nThe wheel turns again. With best wishes from all\f of us the mill will open in May.\nSincerely,\nAnn Harbour';
    expect(fieldsOf(text).find(({ name }) => name === 'sender_name')).toMatchObject({ value: 'Ann Harbour', page: 2 });
  });
});
