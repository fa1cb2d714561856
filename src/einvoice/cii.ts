import type { EInvoice, EInvoiceLine, Party } from './einvoice.ts';
import { all, attributeOf, one, textOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** Roots: Factur-X, ZUGFeRD 2 and XRechnung; ZUGFeRD 1. */
export const ciiRoots: ReadonlySet<string> = new Set(['CrossIndustryInvoice', 'CrossIndustryDocument']);

/** UN/CEFACT Cross Industry Invoice (D16B), and the elder CrossIndustryDocument of ZUGFeRD 1, which names its parts a little differently. */
export function readCii(root: XmlElement): EInvoice {
  const head = one(root, 'ExchangedDocument') ?? one(root, 'HeaderExchangedDocument');
  const deal = one(root, 'SupplyChainTradeTransaction') ?? one(root, 'SpecifiedSupplyChainTradeTransaction');
  const agreement = part(deal, 'TradeAgreement');
  const settlement = part(deal, 'TradeSettlement');
  const sums = one(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation') ?? one(settlement, 'SpecifiedTradeSettlementMonetarySummation');
  const currency = textOf(one(settlement, 'InvoiceCurrencyCode'));
  return {
    syntax: 'cii',
    kind: creditNotes.has(textOf(one(head, 'TypeCode')) ?? '') ? 'credit_note' : 'invoice',
    number: textOf(one(head, 'ID')),
    issued: dayOf(one(head, 'IssueDateTime')),
    due: all(settlement, 'SpecifiedTradePaymentTerms', 'DueDateDateTime').map(dayOf)[0],
    purchaseOrder: textOf(one(agreement, 'BuyerOrderReferencedDocument', 'IssuerAssignedID') ?? one(agreement, 'BuyerOrderReferencedDocument', 'ID')),
    currency,
    seller: partyOf(one(agreement, 'SellerTradeParty')),
    buyer: partyOf(one(agreement, 'BuyerTradeParty')),
    subtotal: amountIn(all(sums, 'TaxBasisTotalAmount'), currency),
    tax: amountIn(all(sums, 'TaxTotalAmount'), currency),
    total: amountIn(all(sums, 'GrandTotalAmount'), currency),
    amountDue: amountIn(all(sums, 'DuePayableAmount'), currency),
    lines: all(deal, 'IncludedSupplyChainTradeLineItem').map(lineOf),
  };
}

/** UNTDID 1001. */
const creditNotes: ReadonlySet<string> = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532']);

function part(deal: XmlElement | undefined, name: string): XmlElement | undefined {
  return one(deal, `ApplicableHeader${name}`) ?? one(deal, `ApplicableSupplyChain${name}`);
}

/** Format 102 of UNTDID 2379: `20260131`. */
function dayOf(element: XmlElement | undefined): string | undefined {
  const text = textOf(one(element, 'DateTimeString')) ?? textOf(one(element, 'Date')) ?? textOf(element);
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(text ?? '') ?? [];
  return day === undefined ? undefined : `${year ?? ''}-${month ?? ''}-${day}`;
}

/** A tax may be told in the currency of the books too. */
function amountIn(amounts: readonly XmlElement[], currency: string | undefined): string | undefined {
  const own = amounts.find((amount) => (attributeOf(amount, 'currencyID') ?? currency) === currency);
  return textOf(own ?? amounts[0]);
}

function partyOf(party: XmlElement | undefined): Party {
  const place = one(party, 'PostalTradeAddress');
  const street = ['LineOne', 'LineTwo', 'LineThree'].map((name) => textOf(one(place, name)));
  const town = [textOf(one(place, 'PostcodeCode')), textOf(one(place, 'CityName'))].filter((word) => word !== undefined).join(' ');
  const address = [...street, town, textOf(one(place, 'CountryID'))].filter((line) => line !== undefined && line !== '').join(', ');
  const ids = all(party, 'SpecifiedTaxRegistration', 'ID');
  const vat = ids.find((id) => attributeOf(id, 'schemeID') === 'VA');
  return { name: textOf(one(party, 'Name')), address: address === '' ? undefined : address, taxId: textOf(vat ?? ids[0]) };
}

function lineOf(line: XmlElement): EInvoiceLine {
  const agreement = one(line, 'SpecifiedLineTradeAgreement') ?? one(line, 'SpecifiedSupplyChainTradeAgreement');
  const delivery = one(line, 'SpecifiedLineTradeDelivery') ?? one(line, 'SpecifiedSupplyChainTradeDelivery');
  const settlement = one(line, 'SpecifiedLineTradeSettlement') ?? one(line, 'SpecifiedSupplyChainTradeSettlement');
  const sums = one(settlement, 'SpecifiedTradeSettlementLineMonetarySummation') ?? one(settlement, 'SpecifiedTradeSettlementMonetarySummation');
  const quantity = one(delivery, 'BilledQuantity');
  const rate = one(settlement, 'ApplicableTradeTax', 'RateApplicablePercent') ?? one(settlement, 'ApplicableTradeTax', 'ApplicablePercent');
  return {
    id: textOf(one(line, 'AssociatedDocumentLineDocument', 'LineID')),
    description: textOf(one(line, 'SpecifiedTradeProduct', 'Name')),
    itemNumber: textOf(one(line, 'SpecifiedTradeProduct', 'SellerAssignedID')),
    quantity: textOf(quantity),
    unit: attributeOf(quantity, 'unitCode'),
    unitPrice: textOf(one(agreement, 'NetPriceProductTradePrice', 'ChargeAmount')),
    taxRate: textOf(rate),
    amount: textOf(one(sums, 'LineTotalAmount')),
  };
}
