import PDFDocument from 'pdfkit';

/** A PDF of one line of text that needs `password` to be opened; with an empty one it is encrypted, but opens for everybody. */
export async function encryptedPdf(text: string, password: string): Promise<Buffer> {
  const document = new PDFDocument({
    userPassword: password,
    ownerPassword: 'of the owner',
    pdfVersion: '1.7ext3',
    info: { CreationDate: new Date(0) },
  });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => document.on('end', () => resolve()));
  document.text(text);
  document.end();
  await ended;
  return Buffer.concat(parts);
}
