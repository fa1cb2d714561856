import type { SourceFile } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { readMetadata } from '../../pdf/metadata.ts';
import { openPdf } from '../../pdf/open.ts';
import type { Description } from './description.ts';

/** What a PDF says of itself, and what it took to open it. Throws what `openPdf` throws. */
export async function describePdf(file: SourceFile): Promise<Description> {
  const pdf = await openPdf(file);
  const { metadata, encrypted } = await readMetadata(pdf);
  const findings: Finding[] = [];
  if (encrypted) findings.push({ code: 'identify.encrypted', severity: 'info', message: 'The file is encrypted and could be opened.' });
  if (pdf.repaired)
    findings.push({
      code: 'identify.repaired',
      severity: 'warning',
      message: 'The index of the file is broken and was made anew; parts may be missing.',
    });
  return { metadata, findings };
}
