import type { Box } from './page.ts';

/** A value as a result gives it: dates as ISO days, amounts as numbers, currencies as ISO codes, times as hh:mm or hh:mm:ss. */
export type FieldValue = string | number | boolean;

/** One line of an invoice, or of whatever a document lists: names as in `structured_data.line_items`. */
export type FieldRow = Readonly<Record<string, FieldValue>>;

/** What a document says of itself, with where it says so. */
export interface Field {
  /** As in `structured_data`. */
  name: string;
  value: FieldValue | readonly FieldRow[];
  /** As it stands in the document. */
  raw: string;
  /** The exact decimal, of an amount: `"119.00"`. */
  decimal?: string;
  /** One of a list: `structured_data` holds an array, even of one. */
  listed?: true;
  /** Absent for what stands on no page: e-invoices, form data. */
  page?: number;
  bbox?: Box;
  /** 0–1. */
  confidence: number;
  /** The rule that found it: `invoice/total`, `einvoice/cii`, `template/acme`, `llm`. */
  by: string;
  /** Checks that it passed, by name: `iban-checksum`, `net-plus-tax`. */
  checks?: readonly string[];
}

/** Why a document was taken for its type. */
export interface TypeEvidence {
  rule: string;
  weight: number;
  page?: number;
  bbox?: Box;
}

export interface DocumentType {
  /** As in `pipelines/types/`; `unknown` when no type is clearly ahead. */
  name: string;
  /** 0–1. */
  confidence: number;
  evidence: readonly TypeEvidence[];
  /** Those that came next. */
  alternatives: readonly { name: string; confidence: number }[];
}

/** A file inside the document. */
export interface Attachment {
  /** A label. */
  filename: string;
  media_type: string;
  bytes: number;
  sha256: string;
}

/** What somebody has filled in, in a PDF that is a form. */
export interface FormField {
  /** The form's own, a label. */
  name: string;
  /** What the form shows to people who fill it in. */
  label?: string;
  kind: 'text' | 'choice' | 'check' | 'signature';
  value: string | boolean | readonly string[];
  page?: number;
  bbox?: Box;
}
