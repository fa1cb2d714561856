import { readFileSync } from 'node:fs';
import { mayBeEInvoice } from '../../einvoice/read-einvoice.ts';
import type { SourceFile } from '../../model/document.ts';
import { MillraceError } from '../../model/errors.ts';
import type { Description } from './description.ts';

/** Of XML only electronic invoices are documents; they have no pages. */
export function describeXml(file: SourceFile): Description {
  const head = readFileSync(file.path).subarray(0, 65_536).toString('utf8');
  if (!mayBeEInvoice(head))
    throw new MillraceError('document.unsupported-type', 'No stage reads this: it is an XML file, and no electronic invoice.');
  return { metadata: { page_count: 0 }, findings: [] };
}
