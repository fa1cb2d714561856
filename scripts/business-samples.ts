import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

/** An invoice as most are: letterhead, address, number and dates, items, tax, where to pay. */
export function invoice(pdf: PDFKit.PDFDocument, number = 'WS-2026-017', date = '1 March 2026'): void {
  letterhead(pdf);
  pdf.fontSize(10).text('Bill to', 56, 150).text('Brook Bakery GmbH').text('12 Mill Street').text('10115 Berlin');
  pdf.fontSize(20).text('Invoice', 350, 146).fontSize(10);
  const facts = [
    ['Invoice no.', number],
    ['Invoice date', date],
    ['Due date', '31 March 2026'],
    ['Your order', 'PO-4411'],
  ];
  facts.forEach(([label = '', value = ''], r) => {
    pdf.text(label, 350, 176 + r * 15, { lineBreak: false });
    pdf.text(value, 440, 176 + r * 15, { lineBreak: false });
  });
  table(pdf, 56, 270, [60, 190, 70, 80, 84], items);
  sums.forEach(([label = '', value = ''], r) => {
    pdf.text(label, 376, 372 + r * 16, { lineBreak: false });
    pdf.text(value, 456, 372 + r * 16, { width: 78, align: 'right', lineBreak: false });
  });
  pdf.text('Payable within 30 days to IBAN GB29 NWBK 6016 1331 9268 19, BIC NWBKGB2L, quoting the invoice number.', 56, 460);
}

function letterhead(pdf: PDFKit.PDFDocument): void {
  pdf.fontSize(16).text('Weir & Sluice Ltd', 56, 56).fontSize(9);
  pdf.text('4 Weir Lane, Watertown WT1 2AB').text('VAT no. GB 123 4567 82').text('accounts@weir.example');
}

const items = [
  ['Item', 'Description', 'Qty', 'Unit price', 'Amount'],
  ['1', 'Oak paddle, 60 cm', '6', '15.00', '90.00'],
  ['2', 'Bolt, galvanised', '40', '0.25', '10.00'],
  ['3', 'Sluice gate, fitted', '1', '400.00', '400.00'],
];

const sums = [
  ['Subtotal', 'EUR 500.00'],
  ['VAT 20 %', 'EUR 100.00'],
  ['Total', 'EUR 600.00'],
];

function table(pdf: PDFKit.PDFDocument, left: number, top: number, widths: readonly number[], rows: readonly (readonly string[])[]): void {
  const across = widths.reduce((sum, width) => sum + width, 0);
  rows.forEach((row, r) => {
    let x = left;
    row.forEach((cell, c) => {
      pdf.text(cell, x + 4, top + r * 20 + 5, { width: (widths[c] ?? 0) - 8, align: c > 1 ? 'right' : 'left', lineBreak: false });
      x += widths[c] ?? 0;
    });
    pdf
      .moveTo(left, top + r * 20)
      .lineTo(left + across, top + r * 20)
      .lineWidth(0.6)
      .stroke();
  });
}

/** The same invoice with its data inside, as Factur-X and ZUGFeRD have it. */
export function invoiceWithData(pdf: PDFKit.PDFDocument, made: Date): void {
  invoice(pdf, 'WS-2026-018', '2 March 2026');
  pdf.file(Buffer.from(crossIndustryInvoice), { name: 'factur-x.xml', type: 'text/xml', creationDate: made, modifiedDate: made });
}

const crossIndustryInvoice = `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
  xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocument>
    <ram:ID>WS-2026-018</ram:ID><ram:TypeCode>380</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">20260302</udt:DateTimeString></ram:IssueDateTime>
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:ApplicableHeaderTradeAgreement>
      <ram:SellerTradeParty><ram:Name>Weir &amp; Sluice Ltd</ram:Name></ram:SellerTradeParty>
      <ram:BuyerTradeParty><ram:Name>Brook Bakery GmbH</ram:Name></ram:BuyerTradeParty>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery/>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        <ram:TaxBasisTotalAmount>500.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">100.00</ram:TaxTotalAmount>
        <ram:GrandTotalAmount>600.00</ram:GrandTotalAmount><ram:DuePayableAmount>600.00</ram:DuePayableAmount>
      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`;

/** A contract says in prose what an invoice says in columns. */
export function agreement(pdf: PDFKit.PDFDocument): void {
  pdf.fontSize(14).text('Non-Disclosure Agreement', { align: 'center' }).moveDown().fontSize(10.5);
  for (const clause of clauses) pdf.text(clause, { align: 'justify' }).moveDown(0.7);
}

const clauses = [
  'This Non-Disclosure Agreement (the "Agreement") is made and entered into as of March 3, 2026 (the "Effective Date"), by and between Weir & Sluice Ltd, a company with its principal office at 4 Weir Lane, Watertown ("Discloser"), and Tail Race Analytics Inc., a Delaware corporation ("Recipient").',
  '1. Confidential Information. The Recipient shall hold in confidence all drawings, measurements and accounts of the mill that the Discloser makes known to it, and shall use them for the evaluation of a new water wheel alone.',
  '2. Exceptions. What is public, was known before, or is received from others without a duty of confidence is not Confidential Information.',
  '3. Term. This Agreement shall remain in force for a period of three (3) years from the Effective Date.',
  '4. Governing Law. This Agreement shall be governed by and construed in accordance with the laws of the State of Delaware, without regard to its conflict of laws rules.',
  'IN WITNESS WHEREOF, the parties have executed this Agreement as of the Effective Date.',
];

/** A till receipt as a phone sees it: a picture, a little askew. Gives a PNG. */
export function receipt(): Buffer {
  const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
  GlobalFonts.registerFromPath(join(fonts, 'LiberationSans-Regular.ttf'), 'Sample');
  const [width, height] = [900, 1300];
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#efece4';
  pen.fillRect(0, 0, width, height);
  pen.translate(width / 2, height / 2);
  pen.rotate(0.02);
  pen.translate(-width / 2, -height / 2);
  pen.fillStyle = '#222';
  till.forEach(([left = '', right = ''], row) => {
    pen.font = `${row === 0 ? 50 : 36}px Sample`;
    const y = 130 + row * 70;
    pen.fillText(left, 100, y);
    pen.fillText(right, width - 100 - pen.measureText(right).width, y);
  });
  return canvas.toBuffer('image/png');
}

const till = [
  ['MILL POND CAFE LTD'],
  ['7 POND STREET, WATERTOWN'],
  ['TEL: 020 7946 0123'],
  ['RECEIPT NO: 4471', 'TILL 2'],
  ['DATE: 14/02/2026', '12:41'],
  ['2 X TEA', '5.00'],
  ['1 X OAT CAKE', '3.20'],
  ['1 X SOUP OF THE DAY', '6.80'],
  ['SUBTOTAL', '15.00'],
  ['VAT 20%', '3.00'],
  ['TOTAL', 'GBP 18.00'],
  ['CASH', '20.00'],
  ['CHANGE', '2.00'],
  ['THANK YOU, COME AGAIN'],
];
