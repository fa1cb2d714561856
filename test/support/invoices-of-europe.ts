import type { TypedInvoice } from './typed-invoice.ts';

/** Invoices as they come, with invented names: each holds a trap that layouts of its country set. */
export const invoicesOfEurope: Record<string, TypedInvoice> = {
  'from Germany, a letter with two rates of tax and a discount for early payment': {
    pages: [
      `
Papierhaus Morgental e.K.  |  Hauptstr. 5  |  79098 Freiburg

Frau
Annegret Sommerfeld                               Papierhaus Morgental e.K.
Rosenweg 3                                        Inhaber: Till Morgental
79206 Breisach                                    Tel.: 0761 / 55 12 34

                                                  Datum: 02.11.2023
                                                  Kunden-Nr.: 10077
Rechnung Nr. 2023-0815                            Lieferdatum: 31.10.2023

Sehr geehrte Frau Sommerfeld,
für Ihre Bestellung vom 28.10.2023 berechnen wir wie folgt:

Pos.  Menge  Einheit  Bezeichnung                  USt.   Einzelpreis    Gesamtpreis
1     10     Pack     Kopierpapier A4 80g           19%        4,49 €        44,90 €
2     2      Stk.     Taschenbuch "Seewege"          7%       12,90 €        25,80 €
3     1      Stk.     Füllfederhalter               19%       39,00 €        39,00 €
                      mit Gravur

                                  Summe netto                              109,70 €
                                  Umsatzsteuer 19% auf 83,90 €              15,94 €
                                  Umsatzsteuer 7% auf 25,80 €                1,81 €
                                  Rechnungsbetrag                          127,45 €

Zahlbar bis 16.11.2023 ohne Abzug. Bei Zahlung innerhalb von 7 Tagen 2% Skonto (124,90 €).
USt-IdNr. DE136695976   IBAN DE02 1203 0000 0000 2020 51   BIC BYLADEM1001`,
    ],
    items: 3,
    truth: {
      invoice_number: '2023-0815',
      invoice_date: '2023-11-02',
      due_date: '2023-11-16',
      delivery_date: '2023-10-31',
      vendor_name: 'Papierhaus Morgental e.K.',
      customer_name: 'Frau Annegret Sommerfeld',
      subtotal: 109.7,
      total_tax: 17.75,
      total: 127.45,
      currency: 'EUR',
    },
  },
  'from France, with a deposit paid and net left to pay': {
    pages: [
      `
SARL Les Jardins d'Aurélie                            FACTURE N° FA-2024-0312
Route de Saint-Cyr
13600 La Ciotat                                       Date : 05/04/2024
SIRET : 732 829 320 00074                             Échéance : 05/05/2024
TVA intracommunautaire : FR44732829320

                                                      Mairie de Roquefort
                                                      Place de l'Église
                                                      13830 Roquefort-la-Bédoule

Référence     Désignation                        Quantité     P.U. HT     Montant HT
ENT-01        Entretien des espaces verts              4      350,00        1 400,00
PLT-22        Plantation d'oliviers                    6      145,50          873,00

                                                 Total HT                   2 273,00 €
                                                 TVA (20,00 %)                454,60 €
                                                 Total TTC                  2 727,60 €
                                                 Acompte versé                500,00 €
                                                 Net à payer                2 227,60 €
Règlement par virement : IBAN FR14 2004 1010 0505 0001 3M02 606`,
    ],
    items: 2,
    truth: {
      invoice_number: 'FA-2024-0312',
      invoice_date: '2024-04-05',
      due_date: '2024-05-05',
      vendor_name: "SARL Les Jardins d'Aurélie",
      customer_name: 'Mairie de Roquefort',
      subtotal: 2273,
      total_tax: 454.6,
      total: 2727.6,
      amount_due: 2227.6,
      currency: 'EUR',
    },
  },
  'from Italy, its numbers below a row of labels': {
    pages: [
      `
Arredi Collina S.n.c. di Bianchi & Verdi                        Spett.le
Via Garibaldi, 101 - 31100 Treviso (TV)                         Agriturismo Le Querce
P.IVA 00743110157                                               Strada Provinciale 12
                                                                31011 Asolo (TV)

FATTURA IMMEDIATA

Numero documento     Data documento     Codice cliente     Pagamento              Scadenza
154/A                30/09/2023         C00412             Bonifico 30 gg         31/10/2023

Codice     Descrizione                     U.M.    Q.tà    Prezzo unit.    Sconto    Importo      IVA
TAV90      Tavolo rotondo 90 cm            PZ         4          210,00       10%     756,00       22
SED11      Sedia impagliata                PZ        16           45,00              720,00       22

Totale imponibile                                                        1.476,00
Totale IVA                                                                 324,72
Totale documento                                                  EUR    1.800,72`,
    ],
    items: 2,
    truth: {
      invoice_number: '154/A',
      invoice_date: '2023-09-30',
      due_date: '2023-10-31',
      customer_number: 'C00412',
      vendor_name: 'Arredi Collina S.n.c. di Bianchi & Verdi',
      customer_name: 'Agriturismo Le Querce',
      subtotal: 1476,
      total_tax: 324.72,
      total: 1800.72,
      currency: 'EUR',
    },
  },
  'from the Netherlands, sender and recipient beside each other': {
    pages: [
      `
                          FACTUUR
Aan:                                          Van:
Bakkerij Korenbloem                           Webatelier Duinzicht
Marktstraat 11                                Strandweg 2
1811 KM Alkmaar                               2586 JW Den Haag
                                              Kvk 12345678
                                              BTW NL820471616B01
Factuurnummer    20240056
Factuurdatum     3 mei 2024
Vervaldatum      2 juni 2024

Omschrijving                          Aantal      Tarief       Totaal
Onderhoud website mei                      1    € 150,00     € 150,00
Extra uren                               2,5     € 80,00     € 200,00

Subtotaal                                                    € 350,00
21% BTW                                                       € 73,50
Te betalen                                                   € 423,50`,
    ],
    items: 2,
    truth: {
      invoice_number: '20240056',
      invoice_date: '2024-05-03',
      due_date: '2024-06-02',
      vendor_name: 'Webatelier Duinzicht',
      customer_name: 'Bakkerij Korenbloem',
      subtotal: 350,
      total_tax: 73.5,
      total: 423.5,
      currency: 'EUR',
    },
  },
  'from Switzerland, with apostrophes in its amounts and nothing but the title before its number': {
    pages: [
      `
Sonnhalde Treuhand AG
Seefeldstrasse 40
8008 Zürich

                                                    Herr
                                                    Beat Allenspach
                                                    Dorfgasse 7
                                                    9050 Appenzell
Zürich, 15. Januar 2024

Rechnung 24-00123
MWST-Nr. CHE-123.456.788 MWST

Leistung                                              Stunden    Ansatz       Betrag CHF
Steuererklärung 2023                                     4.50    180.00           810.00
Beratung                                                 2.00    220.00           440.00

Zwischentotal                                                                   1'250.00
MWST 8.1%                                                                         101.25
Total CHF                                                                       1'351.25

Zahlbar innert 30 Tagen`,
    ],
    items: 2,
    truth: {
      invoice_number: '24-00123',
      invoice_date: '2024-01-15',
      vendor_name: 'Sonnhalde Treuhand AG',
      customer_name: 'Herr Beat Allenspach',
      subtotal: 1250,
      total_tax: 101.25,
      total: 1351.25,
      currency: 'CHF',
    },
  },
  'that takes back, with negative amounts': {
    pages: [
      `
Elektro Lichtblick GmbH                        Gutschrift
Industriestraße 9                              Gutschriftsnummer: GS-4471
45127 Essen                                    Datum: 08.08.2024
                                               zu Rechnung: RE-10293 vom 01.08.2024
Bauhof Steinrück OHG
Kiesweg 1
45899 Gelsenkirchen

Artikel              Menge    Einzelpreis      Betrag
LED-Strahler 50W        -2          74,90     -149,80

Nettobetrag                                   -149,80 EUR
19% MwSt.                                      -28,46 EUR
Gutschriftsbetrag                             -178,26 EUR`,
    ],
    type: 'credit_note',
    items: 1,
    truth: {
      invoice_number: 'GS-4471',
      invoice_date: '2024-08-08',
      vendor_name: 'Elektro Lichtblick GmbH',
      customer_name: 'Bauhof Steinrück OHG',
      subtotal: -149.8,
      total_tax: -28.46,
      total: -178.26,
      currency: 'EUR',
    },
  },
  'from Germany, its details beside the window of the envelope': {
    pages: [
      `
                                                           Fliesen Ebersbach GmbH
                                                           Am Gleis 14
                                                           02730 Ebersbach
Fliesen Ebersbach GmbH · Am Gleis 14 · 02730 Ebersbach     Telefon  03586 55 12 34
                                                           E-Mail   info@fliesen.example
Hausverwaltung Rothkirch                                   
z. Hd. Herrn Uhlig                                         Rechnungsnr.     RE2024-1188
Bautzner Straße 77                                         Kundennr.        20334
02763 Zittau                                               Rechnungsdatum   04.09.2024
                                                           Leistungsdatum   29.08.2024
                                                           Seite            1 von 1
Rechnung

Pos  Bezeichnung                               Menge   Einheit    Preis/Einh.     Gesamt EUR
1    Bodenfliesen verlegen                     32,50   m²               38,00       1.235,00
2    Fugenmaterial grau                         6,00   Sack             14,90          89,40
3    Anfahrt                                    1,00   psch             45,00          45,00

     Gesamt Netto                                                                   1.369,40
     zzgl. 19,00 % USt.                                                               260,19
     Gesamtbetrag                                                                   1.629,59

Bitte überweisen Sie den Betrag bis zum 18.09.2024 auf unser Konto.
Geschäftsführer: Ralf Ebersbach   Amtsgericht Dresden HRB 9988   USt-IdNr.: DE136695976
Sparkasse Oberlausitz   IBAN DE02 1203 0000 0000 2020 51`,
    ],
    items: 3,
    truth: {
      invoice_number: 'RE2024-1188',
      invoice_date: '2024-09-04',
      delivery_date: '2024-08-29',
      due_date: '2024-09-18',
      customer_number: '20334',
      vendor_name: 'Fliesen Ebersbach GmbH',
      customer_name: 'Hausverwaltung Rothkirch',
      subtotal: 1369.4,
      total_tax: 260.19,
      total: 1629.59,
      currency: 'EUR',
    },
  },
};
