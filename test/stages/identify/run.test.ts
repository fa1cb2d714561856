import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MillraceError } from '../../../src/model/errors.ts';
import { drawnPdf, put } from '../../support/drawn-pdf.ts';
import { encryptedPdf } from '../../support/encrypted-pdf.ts';
import { identified, pageOf, sourceOf } from '../../support/read-document.ts';

const pdf = drawnPdf([{ content: put([[40, 700, 'one']]) }, { content: put([[40, 700, 'two']]) }], {
  info: "/Title(Rates \\(2026\\))/Author<FEFF004D0061014D>/Subject(a\\000b\\001c\\nd)/Producer(  )/CreationDate(D:20240131120000+01'00')",
  catalog: '/Lang(de-DE)',
});
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    (error: unknown) => (error instanceof MillraceError ? error.code : String(error)),
  );
const findings = async (bytes: Uint8Array, filename: string, passwords: string[] = []): Promise<string[]> =>
  ((await identified(sourceOf(bytes, filename, passwords))).findings ?? []).map((finding) => finding.code);

describe('what a document is', () => {
  it('says what it says of itself, clean', async () => {
    const patch = await identified(sourceOf(pdf));
    expect(patch).toEqual({
      mediaType: 'application/pdf',
      metadata: { page_count: 2, title: 'Rates (2026)', author: 'Maō', subject: 'a b c d', created: '2024-01-31T12:00:00+01:00', language: 'de-DE' },
    });
  });

  it.each([
    ['nothing', '', 'document.empty'],
    ['a PNG that ends in its header', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'document.damaged'],
    ['plain text', 'Dear Sir or Madam', 'document.unsupported-type'],
    ['a header and nothing else', '%PDF-1.7\n', 'document.damaged'],
    ['a PDF that mentions its type too late', `${' '.repeat(2000)}%PDF-1.7`, 'document.unsupported-type'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await codeOf(identified(sourceOf(Buffer.from(bytes, 'latin1'))))).toBe(code);
  });

  it('names the type that it found', async () => {
    await expect(identified(sourceOf(Buffer.from('PK\x03\x04rest'), 'scan.pdf'))).rejects.toThrow(/ZIP archive or an office document/);
  });

  it('goes by the content, and tells when the name says something else', async () => {
    expect(await findings(pdf, 'letter.docx')).toEqual(['identify.extension-mismatch']);
    expect(await findings(pdf, 'LETTER.PDF')).toEqual([]);
  });

  it('holds documents to the limits of the pipeline', async () => {
    expect(await codeOf(identified(sourceOf(pdf), { max_bytes: 100 }))).toBe('document.too-large');
    expect(await codeOf(identified(sourceOf(pdf), { max_pages: 1 }))).toBe('document.too-many-pages');
  });

  it('finds no page where the tree of pages leads nowhere', async () => {
    const bytes = Buffer.from(pdf.toString('latin1').replace('/Kids[9 0 R 11 0 R]', '/Kids[2 0 R 99 0 R]'), 'latin1');
    expect(await codeOf(identified(sourceOf(bytes)))).toBe('document.no-pages');
  });
});

describe('damaged files', () => {
  it.each([
    ['bytes before the header', Buffer.concat([Buffer.from('\r\nX-Mailer: something\r\n\r\n'), pdf])],
    ['no index', Buffer.from(pdf.toString('latin1').slice(0, pdf.indexOf('xref\n')), 'latin1')],
    [
      'a missing end, the catalogue included',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), pdf.subarray(pdf.indexOf('3 0 obj'), pdf.indexOf('xref\n'))]),
    ],
    ['an index that points nowhere', Buffer.from(pdf.toString('latin1').replace(/startxref\n\d+/, 'startxref\n17'), 'latin1')],
  ])('are read in spite of %s', async (_, bytes) => {
    const file = sourceOf(bytes);
    expect((await identified(file)).metadata?.page_count).toBe(2);
    expect((await pageOf(file, 2)).text).toBe('two');
  });

  it('are told when they had to be repaired', async () => {
    expect(await findings(pdf.subarray(0, pdf.indexOf('xref\n')), 'cut.pdf')).toEqual(['identify.repaired']);
  });

  it('never fail otherwise than with a code of the document, wherever they are cut off', async () => {
    for (let length = 5; length < pdf.length; length += 61) {
      expect(await codeOf(identified(sourceOf(pdf.subarray(0, length))))).toMatch(/^read$|^document\./);
    }
  });
});

describe('encrypted files', () => {
  it('need a password, the right one, among those of the pipeline', async () => {
    const bytes = await encryptedPdf('secret words', 'open sesame');
    expect(await codeOf(identified(sourceOf(bytes)))).toBe('document.password-required');
    expect(await codeOf(identified(sourceOf(bytes, 'a.pdf', ['wrong', 'also wrong'])))).toBe('document.password-wrong');
    const file = sourceOf(bytes, 'a.pdf', ['wrong', 'open sesame']);
    expect((await identified(file)).findings?.map((finding) => finding.code)).toEqual(['identify.encrypted']);
    expect((await pageOf(file)).text).toBe('secret words');
  });

  it('open without a password when only the owner has one', async () => {
    expect(await findings(await encryptedPdf('for all', ''), 'a.pdf')).toEqual(['identify.encrypted']);
  });
});

it('tells a file that has gone from one that cannot be read', async () => {
  const file = { ...sourceOf(pdf), path: '/nowhere/gone.pdf' };
  expect(await codeOf(identified(file))).toBe('source.vanished');
  expect(() => readFileSync(file.path)).toThrow();
});
