import type { Sample } from './sample.ts';

export const tradeSamples: readonly Sample[] = [
  {
    type: 'invoice',
    language: 'en',
    text: `
Northwind Tools Ltd                                          INVOICE
4 Mill Lane, Leeds

Bill to                                Invoice number: 2031
Harbour Cafe                           Invoice date: 3 March 2026
9 Quay Street                          Due date: 2 April 2026

Description              Quantity      Unit price      Amount
Bolts, box of 100               4           12.50       50.00
Torque wrench                   1           80.00       80.00

                                       Subtotal        130.00
                                       VAT 20 %         26.00
                                       Total           156.00

Please pay within 30 days. VAT registration GB 123 4567 89
`,
  },
  {
    type: 'invoice',
    language: 'de',
    text: `
Schreinerei Abendrot GmbH
Lindenweg 4, 12345 Neustadt

Frau Erika Beispiel
Am Bach 2
54321 Altdorf

Rechnung Nr. 2026-17                             Rechnungsdatum: 03.03.2026
                                                 Kundennummer: 4711

Pos  Bezeichnung                 Menge    Einzelpreis    Gesamtpreis
1    Regal aus Eiche                 2         190,00         380,00
2    Montage                         3          45,00         135,00

Nettobetrag                                                  515,00
zzgl. 19 % MwSt                                               97,85
Rechnungsbetrag                                              612,85

Zahlbar innerhalb von 14 Tagen ohne Abzug.
Bankverbindung: IBAN DE02 1203 0000 0000 2020 51
`,
  },
  {
    type: 'invoice',
    language: 'fr',
    text: `
Atelier du Moulin
12 rue des Lilas, 69000 Lyon
SIRET 123 456 789 00012

FACTURE n° 2026-041
Date de facturation : 03/03/2026
Facturé à : Mme Claire Exemple

Désignation                Quantité    Prix unitaire    Montant HT
Reliure de carnets               10            12,00        120,00
Livraison                         1            15,00         15,00

Total HT                                                    135,00
TVA 20 %                                                     27,00
Total TTC                                                   162,00

Date d'échéance : 02/04/2026. Conditions de paiement : 30 jours.
`,
  },
  {
    type: 'invoice',
    language: 'es',
    text: `
Talleres del Río S.L.      NIF B12345678
FACTURA
Número de factura: 88/2026          Fecha de factura: 03/03/2026
Cliente: Panadería Sol              Forma de pago: transferencia

Concepto               Cantidad     Precio       Importe
Revisión de horno             1     140,00        140,00
Piezas                        2      30,00         60,00

Base imponible                                    200,00
IVA 21 %                                           42,00
Total a pagar                                     242,00
Fecha de vencimiento: 02/04/2026
`,
  },
  {
    type: 'invoice',
    language: 'it',
    text: `
Officina della Ruota srl        Partita IVA 01234567890
FATTURA n. 55 del 03/03/2026
Spett.le Trattoria Luna

Descrizione              Quantità      Prezzo      Importe
Riparazione                     1      200,00       200,00
Ricambi                         3       20,00        60,00

Totale imponibile                                   260,00
Aliquota IVA 22 %                                    57,20
Totale fattura                                      317,20
Modalità di pagamento: bonifico. Scadenza: 02/04/2026
`,
  },
  {
    type: 'invoice',
    language: 'nl',
    text: `
Molen & Zoon B.V.           KvK 12345678
Factuur
Factuurnummer: 2026-9       Factuurdatum: 03-03-2026
Klantnummer: 77             Vervaldatum: 02-04-2026

Omschrijving             Aantal      Prijs       Bedrag
Zakken meel                  10      12,00       120,00
Bezorging                     1      15,00        15,00

Subtotaal                                        135,00
BTW 9 %                                           12,15
Te betalen                                       147,15
`,
  },
  {
    type: 'credit_note',
    language: 'en',
    text: `
Northwind Tools Ltd
CREDIT NOTE
Credit note number: C-12        Date: 10 March 2026
Original invoice: 2031

Description              Quantity      Unit price      Amount
Torque wrench, returned         1           80.00       80.00
Handling                        1            5.00        5.00

Total credit                                            85.00
The amount will be credited to your account.
`,
  },
  {
    type: 'credit_note',
    language: 'de',
    text: `
Schreinerei Abendrot GmbH
Gutschrift
Gutschriftsnummer: G-3          Datum: 10.03.2026
zu unserer Rechnung vom 03.03.2026

Bezeichnung                 Menge    Einzelpreis    Gesamtpreis
Regal, zurückgenommen           1         190,00         190,00
Montage                         1          45,00          45,00

Gutschriftsbetrag                                        235,00
Der Betrag wird Ihnen erstattet.
`,
  },
  {
    type: 'receipt',
    language: 'en',
    text: `
   CORNER GROCERY
   12 High Street
   Tel 0113 4960000

Receipt no 4471
03/03/2026 14:22
Cashier: Ann

Milk          1.20
Bread         2.10
Apples        3.00

TOTAL         6.30
CASH         10.00
CHANGE        3.70

Thank you
please come again
`,
  },
  {
    type: 'receipt',
    language: 'de',
    text: `
  Backhaus Morgentau
  Marktplatz 1

Bon-Nr. 332
03.03.2026 08:15
Es bediente Sie Frau M.

Brezel           0,90
Roggenbrot       4,20

Summe            5,10
Bar             10,00
Rückgeld         4,90

Vielen Dank für Ihren Einkauf
`,
  },
  {
    type: 'receipt',
    language: 'fr',
    text: `
  Café de la Gare
  Ticket n° 88
03/03/2026 12:40
Caisse 2   Table 4

Café            1,80
Tarte           4,50

Total TTC       6,30
Carte bancaire  6,30

Merci de votre visite
`,
  },
];
