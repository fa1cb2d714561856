/** Who sells or buys. */
export interface Party {
  name: string | undefined;
  address: string | undefined;
  taxId: string | undefined;
}

/** Amounts and quantities are decimals as the file has them. */
export interface EInvoiceLine {
  id: string | undefined;
  description: string | undefined;
  itemNumber: string | undefined;
  quantity: string | undefined;
  /** UN/ECE recommendation 20. */
  unit: string | undefined;
  unitPrice: string | undefined;
  taxRate: string | undefined;
  amount: string | undefined;
}

/** What an electronic invoice says, whatever its syntax; names of EN 16931 in the words of the results. */
export interface EInvoice {
  syntax: 'cii' | 'ubl';
  kind: 'invoice' | 'credit_note';
  number: string | undefined;
  /** ISO days. */
  issued: string | undefined;
  due: string | undefined;
  purchaseOrder: string | undefined;
  currency: string | undefined;
  seller: Party;
  buyer: Party;
  subtotal: string | undefined;
  tax: string | undefined;
  total: string | undefined;
  amountDue: string | undefined;
  lines: EInvoiceLine[];
}
