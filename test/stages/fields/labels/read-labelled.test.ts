import { expect, test } from 'vitest';
import { documentTypeOptions } from '../../../../src/document-type/document-type.ts';
import { readLabelled } from '../../../../src/stages/fields/labels/read-labelled.ts';
import { sourceFor } from '../../../support/reader-source.ts';
import { typedDocument } from '../../../support/typed-document.ts';

const type = documentTypeOptions.parse({
  name: 'ticket',
  summary: 'A made-up type.',
  evidence: [{ rule: 'title', phrases: { en: ['ticket'] }, weight: 1 }],
  fields: {
    ticket_number: { kind: 'identifier', labels: { en: ['ticket number', 'ticket no', 'number'] } },
    opened: { kind: 'date', labels: { en: ['opened on', 'date'] } },
    closed: { kind: 'date', labels: { en: ['closed on'] } },
    fee: { kind: 'amount', labels: { en: ['fee'] } },
    passenger: { kind: 'name', labels: { en: ['passenger'] }, list: true },
    note: { kind: 'text', labels: { en: ['note'] } },
    home: { kind: 'address', labels: { en: ['home address'] } },
  },
});

function read(text: string): Record<string, unknown> {
  const fields = readLabelled(sourceFor(typedDocument([text]), type));
  return Object.fromEntries(
    [...Map.groupBy(fields, ({ name }) => name)].map(([name, all]) => [
      name,
      all[0]?.listed === true ? all.map(({ value }) => value) : all[0]?.value,
    ]),
  );
}

test('values stand behind a colon, right of their label or below it', () => {
  expect(read('Ticket number: AB-17\nOpened on          3 May 2024\nFee\n€ 12.50')).toEqual({
    ticket_number: 'AB-17',
    opened: '2024-05-03',
    fee: 12.5,
  });
});

test('a row of labels heads a row of values', () => {
  const text = 'Ticket no      Opened on       Closed on       Fee\n4711           2024-05-03      2024-05-09      € 8.00';
  expect(read(text)).toEqual({ ticket_number: '4711', opened: '2024-05-03', closed: '2024-05-09', fee: 8 });
});

test('a label without a value does not take that of the next', () => {
  expect(read('Opened on\nClosed on     2024-05-09')).toEqual({ closed: '2024-05-09' });
  expect(read('Opened on:        Closed on: 2024-05-09')).toEqual({ closed: '2024-05-09' });
});

test('no words serve two fields: the surer label has them', () => {
  expect(read('Closed on: 2024-05-09')).toEqual({ closed: '2024-05-09' });
  expect(read('Ticket number 17      Number 18')).toEqual({ ticket_number: '17' });
});

test('an address is all of its lines, up to the next label', () => {
  expect(read('Home address:      Note: 7 pm\n1 River Lane       at the gate\nLeeds LS1 4AP\nFee: € 12.50')).toMatchObject({
    home: '1 River Lane, Leeds LS1 4AP',
    fee: 12.5,
  });
});

test('a list has every value once', () => {
  expect(read('Passenger: Ada Quill\nPassenger: Bo Marsh\nPassenger: Ada Quill')['passenger']).toEqual(['Ada Quill', 'Bo Marsh']);
});

test('numbers of documents are neither dates nor amounts', () => {
  expect(read('Ticket number: 2024-05-03')).toEqual({});
  expect(read('Ticket no. # 2024/0017')).toEqual({ ticket_number: '2024/0017' });
  expect(read('Ticket no: INV 2024-17')).toEqual({ ticket_number: 'INV 2024-17' });
});

test('every field tells where it was read and by which rule', () => {
  const [field] = readLabelled(sourceFor(typedDocument(['Fee: € 12.50']), type));
  expect(field).toMatchObject({ name: 'fee', raw: '€ 12.50', decimal: '12.50', page: 1, bbox: [75, 50, 110, 60], by: 'ticket/fee' });
  expect(field?.confidence).toBeGreaterThan(0.8);
});

test('words that were hard to recognise make a field less sure', () => {
  const [clear, poor] = [undefined, 0.3].map((confidence) => {
    const document = typedDocument(['Fee: € 12.50']);
    for (const word of document.pages[0]?.lines[0]?.words ?? []) if (confidence !== undefined) word.confidence = confidence;
    return readLabelled(sourceFor(document, type))[0]?.confidence ?? 0;
  });
  expect(poor).toBeLessThan(clear ?? 0);
});
