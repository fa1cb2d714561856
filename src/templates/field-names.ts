import type { Template, TemplateType } from './template-options.ts';

/** What invoice2data calls the fields of an invoice, and results do. */
const ofInvoices: Readonly<Record<string, string>> = {
  issuer: 'vendor_name',
  partner_name: 'vendor_name',
  vat: 'vendor_tax_id',
  company_vat: 'customer_tax_id',
  date: 'invoice_date',
  date_invoice: 'invoice_date',
  date_due: 'due_date',
  amount: 'total',
  amount_total: 'total',
  amount_untaxed: 'subtotal',
  amount_tax: 'total_tax',
  lines: 'line_items',
};

const ofReceipts: Readonly<Record<string, string>> = {
  ...ofInvoices,
  issuer: 'merchant_name',
  partner_name: 'merchant_name',
  telephone: 'merchant_phone',
  date: 'transaction_date',
};

const ofRows: Readonly<Record<string, string>> = {
  name: 'description',
  desc: 'description',
  pos: 'position',
  code: 'item_number',
  qty: 'quantity',
  uom: 'unit',
  price: 'unit_price',
  price_unit: 'unit_price',
  price_subtotal: 'amount',
  price_total: 'amount',
  total: 'amount',
  line_tax_percent: 'tax_rate',
};

/** The name of a field in results. `static_` and `sum_` only say how it is read; other document types have names of their own. */
export function fieldName(key: string, documentType: Template['document_type']): string {
  const name = key.replace(/^(?:static|sum)_/, '');
  if (documentType === 'receipt') return ofReceipts[name] ?? name;
  return documentType === undefined || invoiceTypes.has(documentType) ? (ofInvoices[name] ?? name) : name;
}

const invoiceTypes = new Set(['invoice', 'credit_note']);

/** The name of a value in a row of `line_items`. */
export function rowName(key: string): string {
  return ofRows[key] ?? key;
}

/** What a value is read as when the template does not say, by what it is called. */
export function typeByName(name: string): TemplateType {
  if (/^date(?:_|$)|_?date$/.test(name)) return 'date';
  if (/^amount(?:_|$)|^(?:sub)?total$|^total_tax$/.test(name)) return 'float';
  return byName[name] ?? 'string';
}

const byName: Readonly<Record<string, TemplateType>> = { currency: 'currency', iban: 'iban', bic: 'bic', transaction_time: 'time' };

/** The same for values of a row. */
export function typeInRow(name: string): TemplateType {
  return inRows[name] ?? typeByName(name);
}

const inRows: Readonly<Record<string, TemplateType>> = { quantity: 'float', unit_price: 'float', discount: 'float', tax_rate: 'percent' };
