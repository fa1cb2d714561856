import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { foldDocument } from '../../../src/model/document.ts';
import type { DocumentPatch } from '../../../src/model/document.ts';
import { run } from '../../../src/stages/form/run.ts';
import { sourceOf } from '../../support/read-document.ts';

// A form with a hundred thousand fields would make a result that nobody can open.
it('reads no more fields than a form has', async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([600, 800]);
  const fields = Array.from({ length: 5001 }, (_, at) => {
    const field = { Type: 'Annot', Subtype: 'Widget', FT: 'Tx', T: PDFString.of(`f${at}`), V: PDFString.of('x'), Rect: [0, 0, 9, 9], P: page.ref };
    return document.context.register(document.context.obj(field as Parameters<typeof document.context.obj>[0]));
  });
  page.node.set(PDFName.of('Annots'), document.context.obj(fields));
  document.getForm().acroForm.dict.set(PDFName.of('Fields'), document.context.obj(fields));
  const file = sourceOf(await document.save());
  const known = foldDocument([{ page: 0, patch: { mediaType: 'application/pdf' } }]);
  const { form, findings }: DocumentPatch = await run({ file, config: {}, document: known, page: 0 });
  expect(form).toHaveLength(5000);
  expect(findings).toMatchObject([{ code: 'form.too-many-fields' }]);
});
