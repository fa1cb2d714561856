import type { ErrorData } from '../model/errors.ts';
import type { Attempt } from '../model/ledger.ts';

/** What of a result file tests look at. */
export interface TestedResult {
  status: string;
  pages: { text: string }[];
  tables: { page: number; headers: string[]; rows: string[][] }[];
  document_type?: string;
  document_type_confidence?: number;
  fields?: TestedField[];
  findings: { code: string; message: string }[];
}

export interface TestedField {
  name: string;
  value: unknown;
  raw: string;
  page?: number;
  confidence: number;
  by: string;
}

/** How a document came to its end. */
export interface EndedDocument {
  /** Of one that failed. */
  error?: ErrorData;
  /** The bytes of its result file, of one that did not. */
  result?: string;
  attempts: readonly Attempt[];
}
