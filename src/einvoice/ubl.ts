import type { EInvoice, EInvoiceLine, Party } from './einvoice.ts';
import { all, attributeOf, one, textOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

export const ublRoots: ReadonlySet<string> = new Set(['Invoice', 'CreditNote']);

/** OASIS Universal Business Language 2.1, as XRechnung and Peppol BIS Billing use it. */
export function readUbl(root: XmlElement, name: string): EInvoice {
  const currency = textOf(one(root, 'DocumentCurrencyCode'));
  const sums = one(root, 'LegalMonetaryTotal');
  const taxes = all(root, 'TaxTotal', 'TaxAmount');
  return {
    syntax: 'ubl',
    kind: name === 'CreditNote' || textOf(one(root, 'InvoiceTypeCode')) === '381' ? 'credit_note' : 'invoice',
    number: textOf(one(root, 'ID')),
    issued: textOf(one(root, 'IssueDate'))?.slice(0, 10),
    due: (textOf(one(root, 'DueDate')) ?? textOf(one(root, 'PaymentMeans', 'PaymentDueDate')))?.slice(0, 10),
    purchaseOrder: textOf(one(root, 'OrderReference', 'ID')),
    currency,
    seller: partyOf(one(root, 'AccountingSupplierParty', 'Party')),
    buyer: partyOf(one(root, 'AccountingCustomerParty', 'Party')),
    subtotal: textOf(one(sums, 'TaxExclusiveAmount')),
    tax: textOf(taxes.find((tax) => (attributeOf(tax, 'currencyID') ?? currency) === currency) ?? taxes[0]),
    total: textOf(one(sums, 'TaxInclusiveAmount')),
    amountDue: textOf(one(sums, 'PayableAmount')),
    lines: [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')].map(lineOf),
  };
}

function partyOf(party: XmlElement | undefined): Party {
  const place = one(party, 'PostalAddress');
  const street = [one(place, 'StreetName'), one(place, 'AdditionalStreetName'), one(place, 'AddressLine', 'Line')].map(textOf);
  const town = [textOf(one(place, 'PostalZone')), textOf(one(place, 'CityName'))].filter((word) => word !== undefined).join(' ');
  const address = [...street, town, textOf(one(place, 'Country', 'IdentificationCode'))]
    .filter((line) => line !== undefined && line !== '')
    .join(', ');
  const schemes = all(party, 'PartyTaxScheme');
  const vat = schemes.find((scheme) => textOf(one(scheme, 'TaxScheme', 'ID')) === 'VAT') ?? schemes[0];
  return {
    name: textOf(one(party, 'PartyLegalEntity', 'RegistrationName') ?? one(party, 'PartyName', 'Name')),
    address: address === '' ? undefined : address,
    taxId: textOf(one(vat, 'CompanyID')),
  };
}

function lineOf(line: XmlElement): EInvoiceLine {
  const quantity = one(line, 'InvoicedQuantity') ?? one(line, 'CreditedQuantity');
  const item = one(line, 'Item');
  return {
    id: textOf(one(line, 'ID')),
    description: textOf(one(item, 'Name') ?? one(item, 'Description')),
    itemNumber: textOf(one(item, 'SellersItemIdentification', 'ID')),
    quantity: textOf(quantity),
    unit: attributeOf(quantity, 'unitCode'),
    unitPrice: textOf(one(line, 'Price', 'PriceAmount')),
    taxRate: textOf(one(item, 'ClassifiedTaxCategory', 'Percent')),
    amount: textOf(one(line, 'LineExtensionAmount')),
  };
}
