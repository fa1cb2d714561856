import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLabels, phraseIndex } from '../../../../src/stages/fields/labels/find-labels.ts';
import { PageMap } from '../../../../src/stages/fields/labels/page-map.ts';
import { typedDocument } from '../../../support/typed-document.ts';

const phrases = {
  invoice_date: { en: ['invoice date', 'date'], de: ['Rechnungsdatum'] },
  due_date: { en: ['due date'] },
  invoice_number: { en: ['invoice no', 'invoice #'], de: ['Rechnungs-Nr'], fr: ['n° de facture'], it: ["numero dell'ordine"] },
  total: { en: ['total'] },
  total_tax: { en: ['vat'], de: ['USt'] },
};
const index = phraseIndex(Object.entries(phrases), []);

function labelsIn(text: string): [words: string, field: string | undefined][] {
  return typedDocument([text]).pages.flatMap((page) =>
    findLabels(new PageMap(page), index).map(({ line, from, to, claims }): [string, string | undefined] => [
      page.lines[line]?.words
        .slice(from, to)
        .map((word) => word.text)
        .join(' ') ?? '',
      claims[0]?.field,
    ]),
  );
}

test('the longer label claims its words: "Due Date" is not "Date"', () => {
  expect(labelsIn('Due Date: 1 May      Date: 2 May')).toEqual([
    ['Due Date:', 'due_date'],
    ['Date:', 'invoice_date'],
  ]);
});

test('case, accents, points, hyphens and blanks do not count', () => {
  for (const written of ['Rechnungs-Nr.:', 'RECHNUNGSNR', 'Rechnungs Nr.', 'rechnungs–nr'])
    expect(labelsIn(written)).toEqual([[written, 'invoice_number']]);
  for (const written of ['N° de facture', 'Nº DE FACTURE', 'No de facture :']) expect(labelsIn(written)[0]?.[1]).toBe('invoice_number');
});

test('the end of a hyphenated word is no label, behind an elision it is', () => {
  expect(labelsIn('Delivery-Date 1 May')).toEqual([]);
  expect(labelsIn("Numero dell'ordine 17")).toEqual([["Numero dell'ordine", 'invoice_number']]);
});

test('what stands in brackets behind a label is none', () => {
  expect(labelsIn('Total (incl. VAT)    119.00')).toEqual([['Total', 'total']]);
  expect(labelsIn('(Total)    119.00')).toEqual([['(Total)', 'total']]);
});

test('labels do not reach over the gap between columns', () => {
  expect(labelsIn('Invoice          No           17')).toEqual([]);
});

test('a word that goes on behind its label tells where', () => {
  const [page] = typedDocument(['Date:2024-05-01']).pages;
  const [hit] = page === undefined ? [] : findLabels(new PageMap(page), index);
  expect(hit?.rest).toBe('Date:'.length);
});

test('words before a label are counted back to a colon', () => {
  const [page] = typedDocument(['our order date is: Date 1 May']).pages;
  const hits = page === undefined ? [] : findLabels(new PageMap(page), index);
  expect(hits.map(({ lead }) => lead)).toEqual([2, 0]);
});

test('any phrase is found however it is set', () => {
  const all = Object.entries(phrases).flatMap(([field, lists]) => Object.values(lists).flatMap((list) => list.map((phrase) => ({ field, phrase }))));
  const set = fc.record({
    of: fc.constantFrom(...all),
    upper: fc.boolean(),
    end: fc.constantFrom('', ':', ' :', '.', '.:'),
    left: fc.integer({ min: 0, max: 40 }),
  });
  fc.assert(
    fc.property(set, ({ of, upper, end, left }) => {
      const text = `${' '.repeat(left)}${upper ? of.phrase.toUpperCase() : of.phrase}${end}`;
      expect(labelsIn(text).map(([, field]) => field)).toEqual([of.field]);
    }),
  );
});

test('a page that says nothing but labels is not looked at for ever', () => {
  const page = typedDocument([Array.from({ length: 2000 }, () => 'Total    VAT    Date').join('\n')]).pages[0];
  expect(page && findLabels(new PageMap(page), index).length).toBe(400);
});
