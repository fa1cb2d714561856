import type { TypedInvoice } from './typed-invoice.ts';

/** Invoices as they come, with invented names: each holds a trap that layouts of its country set. */
export const invoicesOfElsewhere: Record<string, TypedInvoice> = {
  'from the United States, with a delivery address, a discount, freight and sales tax': {
    pages: [
      `
                                                                    INVOICE
Cobalt Ridge Hardware, Inc.                             Invoice #  CR-10442
1180 Foundry Street                                     Date       03/17/2024
Toledo, OH 43604                                        Terms      Net 30
Phone (419) 555-0138                                    Due Date   04/16/2024

BILL TO                                SHIP TO
Maplewood School District              Maplewood Elementary
412 Academy Drive                      9 Playground Lane
Findlay, OH 45840                      Findlay, OH 45840

SALESPERSON    P.O. NUMBER     SHIP DATE     SHIP VIA
T. Brandt      88120           03/15/2024    UPS Ground

QTY    ITEM #    DESCRIPTION                          UNIT PRICE     LINE TOTAL
12     HB-200    Hex bolt, zinc, box of 50                 14.25         171.00
3      DR-18V    Cordless drill 18V                       129.99         389.97
1      SV-001    On-site fitting                           85.00          85.00

                                                      SUBTOTAL           645.97
                                                      DISCOUNT           -45.00
                                                      SHIPPING            18.50
                                                      SALES TAX           41.03
                                                      TOTAL             $660.50

Make all checks payable to Cobalt Ridge Hardware, Inc.
THANK YOU FOR YOUR BUSINESS!`,
    ],
    items: 3,
    truth: {
      invoice_number: 'CR-10442',
      invoice_date: '2024-03-17',
      due_date: '2024-04-16',
      purchase_order: '88120',
      vendor_name: 'Cobalt Ridge Hardware, Inc.',
      customer_name: 'Maplewood School District',
      subtotal: 645.97,
      discount: -45,
      shipping: 18.5,
      total_tax: 41.03,
      total: 660.5,
      currency: 'USD',
    },
  },
  'from India, with two taxes of one rate and a total before and after them': {
    pages: [
      `
TAX INVOICE                                             Original for Recipient
Saffron Peak Textiles Pvt. Ltd.
Plot 18, Industrial Area, Jaipur 302013
GSTIN: 27AAPFU0939F1ZV

Invoice No. SPT/23-24/0098           Dated 09-Jan-2024
Buyer
Neelkanth Fashions
Shop 7, MG Road, Pune 411001

Sl No.   Description of Goods      HSN     Qty       Rate       Amount
1        Cotton bedsheet double    6304    40 Pcs    650.00     26,000.00
2        Pillow cover              6304    100 Pcs   85.00      8,500.00

         Total                                                  34,500.00
         CGST 6%                                                2,070.00
         SGST 6%                                                2,070.00
         Grand Total                                         Rs. 38,640.00
Amount in words: Rupees Thirty Eight Thousand Six Hundred Forty Only`,
    ],
    items: 2,
    truth: {
      invoice_number: 'SPT/23-24/0098',
      invoice_date: '2024-01-09',
      vendor_name: 'Saffron Peak Textiles Pvt. Ltd.',
      customer_name: 'Neelkanth Fashions',
      total: 38640,
      currency: 'INR',
    },
  },
  'of two pages, with a sum carried over': {
    pages: [
      `
Lindqvist Trading BV                 Invoice 556012
Keizersgracht 100                    Page 1 of 2
1015 CV Amsterdam

Customer: Fjordline Gifts            Invoice date: 2024-10-10
          Harbour Road 5             Due date: 2024-11-09
          Cork T12 AB34

Item code   Description              Quantity   Unit price      Total
A-1         Candle, beeswax               100         2.10     210.00
A-2         Candle holder                  40         5.25     210.00
                                        Carried forward        420.00`,
      `
Lindqvist Trading BV                 Invoice 556012
Keizersgracht 100                    Page 2 of 2
1015 CV Amsterdam

Item code   Description              Quantity   Unit price      Total
                                        Brought forward        420.00
A-3         Gift wrap                      10         3.00      30.00
                                             Net amount        450.00
                                             VAT 21%            94.50
                                             Total EUR         544.50`,
    ],
    items: 3,
    truth: {
      invoice_number: '556012',
      invoice_date: '2024-10-10',
      due_date: '2024-11-09',
      vendor_name: 'Lindqvist Trading BV',
      customer_name: 'Fjordline Gifts',
      subtotal: 450,
      total_tax: 94.5,
      total: 544.5,
      currency: 'EUR',
    },
  },
  'without lines, after an earlier bill that was paid': {
    pages: [
      `
Riverton Water Company
PO Box 880, Riverton, NJ 08077

Account Number: 44-10982-7           Statement / Invoice Date: 06/03/2024
Service Address: 19 Elm Court        Invoice Number: 889201
Customer: Dorothy Haskell            Please pay by: 06/24/2024

Previous balance                                   $61.20
Payment received 05/20/2024 - thank you           -$61.20
Water usage 4,200 gal                              $38.75
Sewer service                                      $21.40
Total current charges                              $60.15
Total amount due                                   $60.15`,
    ],
    truth: {
      invoice_number: '889201',
      invoice_date: '2024-06-03',
      due_date: '2024-06-24',
      vendor_name: 'Riverton Water Company',
      customer_name: 'Dorothy Haskell',
      total: 60.15,
      currency: 'USD',
    },
  },
  'of a hotel': {
    pages: [
      `
THE LANTERN INN
Quay Road 2, Galway H91 X2Y3, Ireland

Guest        Mr. Colm Devane                   Invoice        88214
Company      Westbridge Analytics              Room           214
Arrival      12/05/2024                        Departure      14/05/2024
                                               Invoice Date   14/05/2024

Date          Description                  Charges       Credits
12/05/2024    Room charge                   140.00
13/05/2024    Room charge                   140.00
13/05/2024    Restaurant                     36.50
14/05/2024    Visa ending 4402                            316.50

              Total EUR                     316.50        316.50
              Balance EUR                     0.00
VAT 13.5% included                           37.65`,
    ],
    truth: {
      invoice_number: '88214',
      invoice_date: '2024-05-14',
      vendor_name: 'THE LANTERN INN',
      total: 316.5,
      currency: 'EUR',
    },
  },
  'from Australia, with the tax included': {
    pages: [
      `
ABN 51 824 753 556
Wattlebird Garden Services Pty Ltd
PO Box 77 Fremantle WA 6160

Tax Invoice 3309
28 June 2024

Attention: Body Corporate 12 Marine Tce

Mow and edge common areas                             $180.00
Hedge trim                                            $240.00
Green waste removal                                    $60.00

GST included in total                                  $43.64
Total (inc. GST)                                      $480.00
Please pay within 14 days`,
    ],
    truth: {
      invoice_number: '3309',
      invoice_date: '2024-06-28',
      vendor_name: 'Wattlebird Garden Services Pty Ltd',
      total_tax: 43.64,
      total: 480,
    },
  },
};
