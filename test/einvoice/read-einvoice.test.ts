import { describe, expect, it } from 'vitest';
import { mayBeEInvoice, readEInvoice } from '../../src/einvoice/read-einvoice.ts';
import { fieldsOf } from '../../src/einvoice/to-fields.ts';
import type { Field } from '../../src/model/field.ts';

const cii = `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:r" xmlns:udt="urn:u">
 <rsm:ExchangedDocument><ram:ID>R-17</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20260131</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
 <rsm:SupplyChainTradeTransaction>
  <ram:IncludedSupplyChainTradeLineItem>
   <ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
   <ram:SpecifiedTradeProduct><ram:Name>Bolts</ram:Name></ram:SpecifiedTradeProduct>
   <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>25.00</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
   <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">4.0000</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
   <ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:RateApplicablePercent>19.00</ram:RateApplicablePercent></ram:ApplicableTradeTax>
    <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>100.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
  </ram:IncludedSupplyChainTradeLineItem>
  <ram:ApplicableHeaderTradeAgreement>
   <ram:SellerTradeParty><ram:Name>Seller &amp; Sons</ram:Name><ram:PostalTradeAddress><ram:PostcodeCode>10115</ram:PostcodeCode><ram:LineOne>Mill Lane 1</ram:LineOne><ram:CityName>Berlin</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
    <ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">11/22</ram:ID></ram:SpecifiedTaxRegistration><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE1</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>
   <ram:BuyerTradeParty><ram:Name>Buyer</ram:Name></ram:BuyerTradeParty>
   <ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>PO-9</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument>
  </ram:ApplicableHeaderTradeAgreement>
  <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
   <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20260228</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
   <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="CHF">20.00</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="EUR">19.00</ram:TaxTotalAmount><ram:GrandTotalAmount>119.00</ram:GrandTotalAmount><ram:DuePayableAmount>119.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
  </ram:ApplicableHeaderTradeSettlement>
 </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>`;

const ubl = `<?xml version="1.0"?><!-- ${'terms of use '.repeat(2_000)} -->
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:c" xmlns:cac="urn:a">
 <cbc:ID>R-17</cbc:ID><cbc:IssueDate>2026-01-31</cbc:IssueDate><cbc:DueDate>2026-02-28</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
 <cac:OrderReference><cbc:ID>PO-9</cbc:ID></cac:OrderReference>
 <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Trade name</cbc:Name></cac:PartyName><cac:PostalAddress><cbc:StreetName>Mill Lane 1</cbc:StreetName><cbc:CityName>Berlin</cbc:CityName><cbc:PostalZone>10115</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
  <cac:PartyTaxScheme><cbc:CompanyID>DE1</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>Seller &amp; Sons</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
 <cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Buyer</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
 <cac:TaxTotal><cbc:TaxAmount currencyID="CHF">20.00</cbc:TaxAmount></cac:TaxTotal><cac:TaxTotal><cbc:TaxAmount currencyID="EUR">19.00</cbc:TaxAmount></cac:TaxTotal>
 <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">119.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">119.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
 <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">4.0000</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>Bolts</cbc:Name><cac:ClassifiedTaxCategory><cbc:Percent>19.00</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">25.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
</Invoice>`;

const fieldsIn = (text: string): Field[] => {
  const invoice = readEInvoice(Buffer.from(text));
  return invoice === undefined ? [] : fieldsOf(invoice);
};
const values = (text: string) => Object.fromEntries(fieldsIn(text).map(({ name, value }) => [name, value]));

describe('an electronic invoice', () => {
  const said = {
    invoice_number: 'R-17',
    invoice_date: '2026-01-31',
    due_date: '2026-02-28',
    purchase_order: 'PO-9',
    vendor_name: 'Seller & Sons',
    vendor_address: 'Mill Lane 1, 10115 Berlin, DE',
    vendor_tax_id: 'DE1',
    customer_name: 'Buyer',
    subtotal: 100,
    total_tax: 19,
    total: 119,
    amount_due: 119,
    currency: 'EUR',
    line_items: [{ position: '1', description: 'Bolts', quantity: 4, unit: 'C62', unit_price: 25, tax_rate: 19, amount: 100 }],
  };

  it('says the same in CII and in UBL; of several taxes the one in its own currency counts', () => {
    expect(values(cii)).toEqual(said);
    expect(values(ubl)).toEqual(said);
  });

  it('keeps amounts exact, and says whether net and tax make the total', () => {
    const total = (text: string) => fieldsIn(text).find(({ name }) => name === 'total');
    expect(total(cii)).toMatchObject({ decimal: '119.00', checks: ['net-plus-tax'], by: 'einvoice/cii', confidence: 1 });
    expect(total(cii.replace('119.00', '119.01'))?.checks).toBeUndefined();
  });

  it('gives names that are written over several lines on one', () => {
    expect(values(cii.replace('<ram:Name>Buyer<', '<ram:Name>Buyer\r\n  and Sons<'))).toMatchObject({ customer_name: 'Buyer and Sons' });
  });

  it('reads characters that are written by their numbers', () => {
    expect(values(cii.replace('<ram:Name>Buyer<', '<ram:Name>M&#252;ller &#x26; S&#xF6;hne &amp;amp;<'))).toMatchObject({
      customer_name: 'Müller & Söhne &amp;',
    });
  });

  it.each([
    ['a day that the calendar does not have', '20260230', 'invoice_date'],
    ['a currency that is none', 'EURO', 'currency'],
  ])('leaves out %s', (_, text, name) => {
    const broken =
      name === 'currency'
        ? cii.replace(/(<ram:InvoiceCurrencyCode>)[^<]*/, `$1${text}`)
        : cii.replace(/(<udt:DateTimeString[^>]*>)[^<]*/, `$1${text}`);
    expect(broken).toContain(text);
    expect(values(broken)).not.toHaveProperty(name);
  });

  it('cuts texts that are no names, and takes out what cannot be shown', () => {
    const { customer_name } = values(cii.replace('<ram:Name>Buyer<', `<ram:Name>&#x1b;[2J&#x202e;${'N'.repeat(100_000)}<`));
    expect(customer_name).toMatch(/^\[2JN{1000,2000}$/);
  });

  it('is told from a credit note', () => {
    expect(readEInvoice(Buffer.from(cii.replace('>380<', '>381<')))?.kind).toBe('credit_note');
    expect(readEInvoice(Buffer.from(ubl.replaceAll('Invoice xmlns', 'CreditNote xmlns').replace('</Invoice>', '</CreditNote>')))?.kind).toBe(
      'credit_note',
    );
  });

  it('is recognised by its first element, behind comments of any length', () => {
    expect([cii, ubl, '<html/>', '', '<?xml version="1.0"?>', '{"Invoice":1}'].map(mayBeEInvoice)).toEqual([true, true, false, false, false, false]);
    expect(readEInvoice(Buffer.from('<note>Invoice</note>'))).toBeUndefined();
  });
});
