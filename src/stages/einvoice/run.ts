import { readFileSync } from 'node:fs';
import { mayBeEInvoice, readEInvoice } from '../../einvoice/read-einvoice.ts';
import type { EInvoice } from '../../einvoice/einvoice.ts';
import { fieldsOf } from '../../einvoice/to-fields.ts';
import type { DocumentPatch } from '../../model/document.ts';
import { asMillraceError } from '../../model/errors.ts';
import type { Finding } from '../../model/finding.ts';
import type { ConfigOf, StageRun, StageTask } from '../../model/stage.ts';
import { readAttachments } from '../../pdf/attachments.ts';
import type { EmbeddedFiles } from '../../pdf/attachments.ts';
import { openPdf } from '../../pdf/open.ts';
import type { spec } from './spec.ts';

type Config = ConfigOf<typeof spec>;

/** Looks for an invoice that programs can read. One that is broken or hostile is a finding: the page still says what it says. */
export const run: StageRun<Config> = async (task): Promise<DocumentPatch> => {
  const embedded = await embeddedIn(task);
  const candidates = embedded?.files.filter(({ content }) => mayBeEInvoice(headOf(content))) ?? [
    { filename: task.file.filename, content: readFileSync(task.file.path) },
  ];
  const findings = (embedded?.unreadable ?? []).map(unreadableAttachment);
  const [invoice] = candidates.flatMap(({ filename, content }) => attempt(filename, content, findings));
  const attachments = embedded?.files.map(({ filename, media_type, bytes, sha256 }) => ({ filename, media_type, bytes, sha256 })) ?? [];
  return {
    ...(invoice && { type: typeOf(invoice), fields: fieldsOf(invoice) }),
    ...(attachments.length > 0 && { attachments }),
    ...(findings.length > 0 && { findings }),
  };
};

/** The files inside a PDF; undefined for an XML file, which is an invoice itself; none for what carries no files. */
async function embeddedIn({ file, document }: StageTask<Config>): Promise<EmbeddedFiles | undefined> {
  if (document.mediaType === 'text/xml') return undefined;
  return document.mediaType === 'application/pdf' ? readAttachments(await openPdf(file)) : { files: [], unreadable: [] };
}

function unreadableAttachment(filename: string): Finding {
  const message = `The attached file ${filename.slice(0, 100)} cannot be read: its password is not known, or it is broken or too large.`;
  return { code: 'einvoice.attachment-unreadable', severity: 'warning', message };
}

function attempt(filename: string, content: Uint8Array, findings: Finding[]): EInvoice[] {
  try {
    const invoice = readEInvoice(content);
    return invoice === undefined ? [] : [invoice];
  } catch (thrown) {
    const { code, message } = asMillraceError(thrown);
    findings.push({
      code: 'einvoice.unreadable',
      severity: 'warning',
      message: `${filename.slice(0, 100)} looks like an electronic invoice and cannot be read: ${message} (${code})`,
    });
    return [];
  }
}

function typeOf({ kind, syntax }: EInvoice): NonNullable<DocumentPatch['type']> {
  return { name: kind, confidence: 1, evidence: [{ rule: `einvoice/${syntax}`, weight: 1 }], alternatives: [] };
}

/** Examples begin with pages of terms of use. */
const headBytes = 65_536;

const headOf = (content: Uint8Array): string => Buffer.from(content.subarray(0, headBytes)).toString('utf8');
