export interface TillSample {
  text: string;
  values: Record<string, string | number>;
}

/** Receipts of many countries, by where they are from, and what they say. */
export const tillSamples: Record<string, TillSample> = {
  'in Malaysia, rounded to five sen': {
    text: `
          KEDAI RUNCIT BINTANG SDN BHD
                (123456-X)
         NO. 12, JALAN MAWAR 3/1,
           TAMAN SERI INDAH,
          43300 SERI KEMBANGAN
        TEL: 03-8888 1234
     GST REG NO : 000123456789
             TAX INVOICE
Invoice No : CS00012345
Date : 07/03/2018   Time : 14:05:33
Cashier : AMIR
Item              Qty   Price   Amount
KOPI O              2    2.20     4.40
ROTI BAKAR          1    3.53     3.53
Total Qty : 3
Sub Total                         7.93
Rounding Adj                      0.02
TOTAL RM                          7.95
CASH                             10.00
CHANGE                            2.05
GST Summary     Amount(RM)    Tax(RM)
SR 6%                7.48        0.45
Thank you
`,
    values: {
      merchant_name: 'KEDAI RUNCIT BINTANG SDN BHD',
      merchant_address: 'NO. 12, JALAN MAWAR 3/1, TAMAN SERI INDAH, 43300 SERI KEMBANGAN',
      merchant_phone: '0388881234',
      transaction_date: '2018-03-07',
      transaction_time: '14:05:33',
      total: 7.95,
      subtotal: 7.93,
      currency: 'MYR',
    },
  },
  'in Britain, paid by card': {
    text: `
           THE CORNER PANTRY LTD
              14 Mill Lane
            Ludlow SY8 1AA
          Tel 01584 555 0199
         VAT No GB 123 4567 82
Whole milk 2L                1.45
Bread sourdough              3.20
2 x Apples @ 0.40            0.80
3 ITEMS
TOTAL                       £5.45
VISA CONTACTLESS            £5.45
VAT analysis
Rate     Net    VAT   Gross
A 0%    5.45   0.00    5.45
Card ************1234  Exp 09/27
17/05/2024 09:41  Till 3
`,
    values: {
      merchant_name: 'THE CORNER PANTRY LTD',
      merchant_address: '14 Mill Lane, Ludlow SY8 1AA',
      merchant_phone: '015845550199',
      transaction_date: '2024-05-17',
      transaction_time: '09:41',
      total: 5.45,
      subtotal: 5.45,
      total_tax: 0,
      currency: 'GBP',
    },
  },
  'in Germany, with two tax rates': {
    text: `
         Bäckerei Morgenrot GmbH
           Lindenstraße 8
            04107 Leipzig
         Tel.: 0341 5550123
      USt-IdNr. DE136695976
Kassenbon Nr. 4711
Roggenbrot              3,90 A
2 x Brötchen            0,90 A
Kaffee                  2,80 B
SUMME EUR               7,60
Bar                    10,00
Rückgeld               -2,40
MwSt      Netto   Steuer  Brutto
A  7%      4,49     0,31    4,80
B 19%      2,35     0,45    2,80
Datum 03.04.2023  08:12 Uhr
Vielen Dank
`,
    values: {
      merchant_name: 'Bäckerei Morgenrot GmbH',
      merchant_address: 'Lindenstraße 8, 04107 Leipzig',
      merchant_phone: '03415550123',
      transaction_date: '2023-04-03',
      transaction_time: '08:12',
      total: 7.6,
      subtotal: 6.84,
      total_tax: 0.76,
      currency: 'EUR',
    },
  },
  'in France, tax included': {
    text: `
          LA PETITE ÉPICERIE SARL
            5 rue des Lilas
             69003 LYON
         Tél : 04 72 55 01 23
        SIRET 123 456 789 00012
Ticket 00321     12/11/2022 18:32
Tomates                    2,40 €
Fromage                    6,15 €
Sous-total                 8,55 €
dont TVA 5,5%              0,45 €
TOTAL TTC                  8,55 €
CB                         8,55 €
Merci de votre visite
`,
    values: {
      merchant_name: 'LA PETITE ÉPICERIE SARL',
      merchant_address: '5 rue des Lilas, 69003 LYON',
      merchant_phone: '0472550123',
      transaction_date: '2022-11-12',
      transaction_time: '18:32',
      total: 8.55,
      total_tax: 0.45,
      currency: 'EUR',
    },
  },
  'in Spain, as a simplified invoice': {
    text: `
         PANADERIA EL SOL S.L.
           Calle Mayor 12
           28013 Madrid
            CIF B12345674
       FACTURA SIMPLIFICADA
Fecha: 09/02/2023  Hora: 10:22
Barra de pan            1,10
Napolitana              1,90
Base imponible          2,73
IVA 10%                 0,27
TOTAL                   3,00 €
Efectivo                5,00
Cambio                  2,00
`,
    values: {
      merchant_name: 'PANADERIA EL SOL S.L.',
      merchant_address: 'Calle Mayor 12, 28013 Madrid',
      transaction_date: '2023-02-09',
      transaction_time: '10:22',
      total: 3,
      subtotal: 2.73,
      total_tax: 0.27,
      currency: 'EUR',
    },
  },
  'in Italy, paid in cash': {
    text: `
          BAR STELLA S.R.L.
          Via Garibaldi 21
          20121 MILANO
          P.IVA 12345670017
       DOCUMENTO COMMERCIALE
DESCRIZIONE       IVA   Prezzo(€)
CAFFE             10%      1,20
CORNETTO          10%      1,40
TOTALE COMPLESSIVO         2,60
di cui IVA                 0,24
Pagamento contante         5,00
Resto                      2,40
Importo pagato             2,60
14-06-2023 07:55
`,
    values: {
      merchant_name: 'BAR STELLA S.R.L.',
      merchant_address: 'Via Garibaldi 21, 20121 MILANO',
      transaction_date: '2023-06-14',
      transaction_time: '07:55',
      total: 2.6,
      total_tax: 0.24,
      currency: 'EUR',
    },
  },
  'in the Netherlands, paid by PIN': {
    text: `
          DE GROENE WINKEL B.V.
          Kerkstraat 9
          1017 GA Amsterdam
          Tel: 020-5550123
Datum: 21-08-2023   Tijd: 16:40
Appels                     2,99
Melk                       1,19
Subtotaal                  4,18
Totaal                     4,18
PIN                        4,18
BTW 9%    3,83    0,35
Bedankt en tot ziens
`,
    values: {
      merchant_name: 'DE GROENE WINKEL B.V.',
      merchant_address: 'Kerkstraat 9, 1017 GA Amsterdam',
      merchant_phone: '0205550123',
      transaction_date: '2023-08-21',
      transaction_time: '16:40',
      currency: 'EUR',
      total: 4.18,
      subtotal: 3.83,
      total_tax: 0.35,
    },
  },
  'in the United States, with a tip': {
    text: `
           RIVERSIDE DINER
         220 W Main Street
        Springfield, IL 62701
           (217) 555-0142
Server: Dana        Table 7
03/14/2023 07:48 PM
Check #1042
1 Burger              12.50
1 Lemonade             3.25
Subtotal              15.75
Sales Tax              1.42
Tip                    3.00
Total                $20.17
VISA                 $20.17
`,
    values: {
      merchant_name: 'RIVERSIDE DINER',
      merchant_address: '220 W Main Street, Springfield, IL 62701',
      merchant_phone: '2175550142',
      transaction_date: '2023-03-14',
      transaction_time: '19:48',
      total: 20.17,
      subtotal: 15.75,
      total_tax: 1.42,
      currency: 'USD',
    },
  },
  'in yen, which has no cents': {
    text: `
          SAKURA CAFE
          2-4-1 Ginza
          Date: 2023-10-05 12:15
Coffee               ¥450
Cake                 ¥600
Subtotal           ¥1,050
Tax 10%              ¥105
TOTAL              ¥1,155
Cash               ¥2,000
Change               ¥845
`,
    values: {
      merchant_name: 'SAKURA CAFE',
      merchant_address: '2-4-1 Ginza',
      transaction_date: '2023-10-05',
      transaction_time: '12:15',
      total: 1155,
      subtotal: 1050,
      total_tax: 105,
      currency: 'JPY',
    },
  },
  'in Poland, with the sum of taxes': {
    text: `
          PIEKARNIA SŁOŃCE SP. Z O.O.
          ul. Polna 4
          00-622 Warszawa
          NIP 1234563218
          PARAGON FISKALNY
Chleb                 4,50 A
Bułka                 1,20 A
Suma PTU              0,27
SUMA PLN              5,70
Gotówka              10,00
Reszta                4,30
2023-05-06 09:30
`,
    values: {
      merchant_name: 'PIEKARNIA SŁOŃCE SP. Z O.O.',
      merchant_address: 'ul. Polna 4, 00-622 Warszawa',
      transaction_date: '2023-05-06',
      transaction_time: '09:30',
      total: 5.7,
      total_tax: 0.27,
      currency: 'PLN',
    },
  },
};
