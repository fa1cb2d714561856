import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import { readAgreement } from './agreement/read-agreement.ts';
import { readInvoice } from './invoice/read-invoice.ts';
import { readLabelled } from './labels/read-labelled.ts';
import { readLetter } from './letter/read-letter.ts';
import type { FieldReader } from './reader.ts';
import { readReceipt } from './receipt/read-receipt.ts';
import { readResume } from './resume/read-resume.ts';

/** How the fields of documents are read, by the `reader` of their type. */
export const readers: Record<DocumentTypeOptions['reader'], FieldReader> = {
  labels: readLabelled,
  invoice: readInvoice,
  receipt: readReceipt,
  agreement: readAgreement,
  letter: readLetter,
  resume: readResume,
};
