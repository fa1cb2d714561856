import { PDFDocument } from '@cantoo/pdf-lib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foldDocument } from '../../../src/model/document.ts';
import type { DocumentPatch, SourceFile } from '../../../src/model/document.ts';
import { assemblePdf, streamBody } from '../../../src/pdf/assemble.ts';
import { run } from '../../../src/stages/einvoice/run.ts';
import { identified } from '../../support/read-document.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const invoice = `<Invoice><ID>R-1</ID><IssueDate>2026-01-31</IssueDate><DocumentCurrencyCode>EUR</DocumentCurrencyCode><LegalMonetaryTotal><TaxInclusiveAmount>119.00</TaxInclusiveAmount></LegalMonetaryTotal></Invoice>`;

function fileOf(name: string, bytes: Uint8Array | string): SourceFile {
  const path = join(tempFolder(), name);
  writeFileSync(path, bytes);
  return { path, filename: name, sha256: path, bytes: bytes.length, passwords: [] };
}

async function carrying(files: Readonly<Record<string, string>>): Promise<SourceFile> {
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 100]);
  for (const [name, content] of Object.entries(files)) await pdf.attach(Buffer.from(content), name);
  return fileOf('carrier.pdf', await pdf.save());
}

/** What the stage says of a file that has been identified. */
async function read(file: SourceFile): Promise<DocumentPatch> {
  const document = foldDocument([{ page: 0, patch: await identified(file) }]);
  return run({ file, config: {}, document, page: 0 });
}

it('finds the invoice among the files that a PDF carries, whatever it is called, and lists them all', async () => {
  const { type, fields, attachments } = await read(await carrying({ 'terms.txt': 'none', '../data.bin': `<?xml version="1.0"?>${invoice}` }));
  expect(type).toMatchObject({ name: 'invoice', confidence: 1 });
  expect(fields?.map(({ name, value }) => [name, value])).toEqual([
    ['invoice_number', 'R-1'],
    ['invoice_date', '2026-01-31'],
    ['total', 119],
    ['currency', 'EUR'],
  ]);
  expect(attachments).toMatchObject([
    { filename: 'data.bin', media_type: 'text/xml' },
    { filename: 'terms.txt', media_type: 'application/octet-stream', bytes: 4 },
  ]);
});

it('reads an invoice that is a file of its own, which has no pages', async () => {
  const file = fileOf('invoice.xml', `<?xml version="1.0"?>${invoice}`);
  expect(await identified(file)).toMatchObject({ mediaType: 'text/xml', metadata: { page_count: 0 } });
  expect((await read(file)).fields).toHaveLength(4);
});

// A broken attachment must not cost the document.
it('says of an invoice that cannot be read that it cannot, and of a document without one nothing', async () => {
  const broken = await read(await carrying({ 'factur-x.xml': '<?xml version="1.0"?><!DOCTYPE x><Invoice><ID>1</ID></Invoice>' }));
  expect(broken.findings).toMatchObject([{ code: 'einvoice.unreadable', severity: 'warning' }]);
  expect(broken.fields).toBeUndefined();
  expect(await read(await carrying({}))).toEqual({});
});

// With one password for the document and another one for what is attached, all of the stage failed.
it('lists what can be read of the files that a PDF carries, and names the others', async () => {
  const file = (name: string, stream: string): string => `<</Type/Filespec/F(${name})/UF(${name})/EF<</F ${stream} 0 R>>>>`;
  const bytes = assemblePdf([
    '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a) 4 0 R(b) 5 0 R(c) 6 0 R]>>>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>',
    file('../../fine.txt', '7'),
    file('not a stream', '1'),
    file('missing.txt', '99'),
    streamBody('/Type/EmbeddedFile', Buffer.from('fine')),
  ]);
  const { attachments, findings } = await read(fileOf('carrier.pdf', bytes));
  expect(attachments).toMatchObject([{ filename: 'fine.txt', bytes: 4 }]);
  expect(findings?.map(({ code }) => code)).toEqual(['einvoice.attachment-unreadable', 'einvoice.attachment-unreadable']);
  expect(findings?.[0]?.message).toContain('missing.txt');
});

it('takes no other XML for a document', async () => {
  await expect(identified(fileOf('feed.xml', '<?xml version="1.0"?><rss/>'))).rejects.toMatchObject({ code: 'document.unsupported-type' });
});
