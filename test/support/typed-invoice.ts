/** An invoice in words of one width, and what it says. */
export interface TypedInvoice {
  pages: readonly string[];
  /** Of an invoice, if nothing is said. */
  type?: string;
  /** How many lines it has. */
  items?: number;
  truth: Record<string, string | number>;
}
