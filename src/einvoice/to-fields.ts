import type { Field, FieldRow, FieldValue } from '../model/field.ts';
import { isoDay } from '../values/calendar.ts';
import { exactUnits } from '../values/exact-decimal.ts';
import type { EInvoice, EInvoiceLine } from './einvoice.ts';

/** What an electronic invoice says, as fields: the file is its own authority, so they are certain, and stand on no page. */
export function fieldsOf(invoice: EInvoice): Field[] {
  const by = `einvoice/${invoice.syntax}`;
  const checks = sumsUp(invoice) ? ['net-plus-tax'] : [];
  const { seller, buyer } = invoice;
  const text = (name: string, value: string | undefined): Field[] => (value === undefined ? [] : [{ name, value, raw: value, confidence: 1, by }]);
  const amount = (name: string, value: string | undefined): Field[] =>
    value === undefined || exactUnits(value) === undefined
      ? []
      : [{ name, value: Number(value), raw: value, decimal: value, confidence: 1, by, ...(checks.length > 0 && { checks }) }];
  const rows = invoice.lines.map(rowOf).filter((row) => Object.keys(row).length > 0);
  return [
    ...text('invoice_number', invoice.number),
    ...text('invoice_date', dayOf(invoice.issued)),
    ...text('due_date', dayOf(invoice.due)),
    ...text('purchase_order', invoice.purchaseOrder),
    ...text('vendor_name', seller.name),
    ...text('vendor_address', seller.address),
    ...text('vendor_tax_id', seller.taxId),
    ...text('customer_name', buyer.name),
    ...text('customer_address', buyer.address),
    ...amount('subtotal', invoice.subtotal),
    ...amount('total_tax', invoice.tax),
    ...amount('total', invoice.total),
    ...amount('amount_due', invoice.amountDue),
    ...text('currency', /^[A-Z]{3}$/.test(invoice.currency ?? '') ? invoice.currency : undefined),
    ...(rows.length > 0 ? [{ name: 'line_items', value: rows, raw: '', confidence: 1, by }] : []),
  ];
}

/** A day that the calendar has, and nothing else that may stand in its place. */
function dayOf(text = ''): string | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return parts === null ? undefined : isoDay(...parts.slice(1));
}

function rowOf({ id, description, itemNumber, quantity, unit, unitPrice, taxRate, amount }: EInvoiceLine): FieldRow {
  const row: Record<string, FieldValue> = {};
  const put = (name: string, value: FieldValue | undefined): void => {
    if (value !== undefined && !Number.isNaN(value)) row[name] = value;
  };
  const number = (value: string | undefined): number | undefined =>
    value === undefined || exactUnits(value) === undefined ? undefined : Number(value);
  put('position', id);
  put('description', description);
  put('item_number', itemNumber);
  put('quantity', number(quantity));
  put('unit', unit);
  put('unit_price', number(unitPrice));
  put('tax_rate', number(taxRate));
  put('amount', number(amount));
  return row;
}

/** In exact decimals: floats lose cents. */
function sumsUp({ subtotal, tax, total }: EInvoice): boolean {
  const [net, vat, gross] = [subtotal, tax, total].map((value) => exactUnits(value ?? ''));
  return net !== undefined && vat !== undefined && gross !== undefined && net + vat === gross;
}
