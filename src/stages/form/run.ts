import type { DocumentPatch } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { ConfigOf, StageRun } from '../../model/stage.ts';
import { mostFields, readForm } from '../../pdf/form-fields.ts';
import type { PdfForm } from '../../pdf/form-fields.ts';
import { openPdf } from '../../pdf/open.ts';
import type { spec } from './spec.ts';

/** Reads the form of a PDF; other documents have none. Throws what opening the file throws. */
export const run: StageRun<ConfigOf<typeof spec>> = async ({ file, document }): Promise<DocumentPatch> => {
  if (document.mediaType !== 'application/pdf') return {};
  const form = await readForm(await openPdf(file));
  const findings = findingsOf(form);
  return { ...(form.fields.length > 0 && { form: form.fields }), ...(findings.length > 0 && { findings }) };
};

function findingsOf({ cut, xfaOnly }: PdfForm): Finding[] {
  const findings: Finding[] = [];
  if (cut)
    findings.push({
      code: 'form.too-many-fields',
      severity: 'warning',
      message: `More than ${mostFields} fields are filled in; the rest was not read.`,
    });
  if (xfaOnly)
    findings.push({
      code: 'form.xfa',
      severity: 'warning',
      message: 'The form is made of XML alone (XFA), which is not read: print it to a PDF to have what it shows.',
    });
  return findings;
}
