import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/values/candidate.ts';
import { localeOf } from '../../src/values/locale-of.ts';
import { documentOf } from '../support/made-document.ts';
import { pageOf, setLines } from '../support/set-lines.ts';

function localeOfLines(...lines: readonly string[]): Locale {
  return localeOf(documentOf({ pages: [pageOf(setLines(lines))] }));
}

describe('the locale of a document', () => {
  it.each([
    ['en', 'Please pay the total amount of this invoice by the date that is shown'],
    ['de', 'Bitte überweisen Sie den Betrag der Rechnung bis zum Datum auf das Konto'],
    ['fr', 'Veuillez régler le montant de la facture avant la date pour les produits'],
    ['es', 'El importe de la factura se paga por los productos con fecha de hoy'],
    ['it', 'Il pagamento della fattura è dovuto alla data per gli importi dei prodotti'],
    ['nl', 'Wij verzoeken u het bedrag van deze factuur voor de datum te betalen'],
    ['pt', 'O pagamento da fatura não pode ser feito em outra data pelo valor dos produtos'],
  ])('knows %s by its small words', (language, text) => {
    expect(localeOfLines(text).languages[0]).toBe(language);
  });

  it('names both languages of a document in two', () => {
    const { languages } = localeOfLines('The total amount is due with this invoice', 'Der Betrag ist mit dieser Rechnung auf das Konto fällig');
    expect([...languages].sort()).toEqual(['de', 'en']);
  });

  it('knows the order of day and month by dates that can be read in one way only', () => {
    expect(localeOfLines('03/04/2018 and 25/04/2018').dayFirst).toBe(true);
    expect(localeOfLines('03/04/2018 and 04/25/2018', 'London, United Kingdom').dayFirst).toBe(false);
  });

  it('goes by the country where no date tells', () => {
    expect(localeOfLines('03/04/2018', 'Springfield, IL 62704, USA').dayFirst).toBe(false);
    expect(localeOfLines('03/04/2018', 'Kuala Lumpur, Malaysia').dayFirst).toBe(true);
    expect(localeOfLines('03/04/2018').dayFirst).toBe(true);
  });

  it('knows the decimal mark by amounts that say it', () => {
    expect(localeOfLines('1.234,56 and 1.234').decimalMark).toBe(',');
    expect(localeOfLines('1,234.56 and 12,50').decimalMark).toBe('.');
    expect(localeOfLines('12,50 and 7,20 on 12.03.2018').decimalMark).toBe(',');
    expect(localeOfLines('1.234 and 5')).not.toHaveProperty('decimalMark');
  });

  it('names the commonest currency, and settles a sign of several by the country', () => {
    expect(localeOfLines('Total €5.00', 'Tax €1.00', 'about USD 6.00').currency).toBe('EUR');
    expect(localeOfLines('Total $5.00', 'Sydney, Australia').currency).toBe('AUD');
    expect(localeOfLines('Total $5.00').currency).toBe('USD');
    expect(localeOfLines('Summa 500 kr', 'Stockholm, Sverige').currency).toBe('SEK');
    expect(localeOfLines('Total 5.00')).not.toHaveProperty('currency');
  });

  it('knows the country by dialling codes, domains and postal codes', () => {
    expect(localeOfLines('Tel. +49 30 123456', 'www.beispiel.de').country).toBe('DE');
    expect(localeOfLines('1 High Street, Leeds LS1 4AP').country).toBe('GB');
    expect(localeOfLines('Nothing to see')).not.toHaveProperty('country');
  });

  it('of an empty document says nothing but an order', () => {
    expect(localeOf(documentOf({}))).toEqual({ languages: [], dayFirst: true });
  });
});
