import { degrees, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFForm, PDFPage } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { foldDocument } from '../../../src/model/document.ts';
import type { DocumentPatch } from '../../../src/model/document.ts';
import { run } from '../../../src/stages/form/run.ts';
import { identified, sourceOf } from '../../support/read-document.ts';

async function formOf(bytes: Uint8Array): Promise<DocumentPatch> {
  const file = sourceOf(bytes);
  const document = foldDocument([{ page: 0, patch: await identified(file) }]);
  return run({ file, config: {}, document, page: 0 });
}

async function made(fill: (form: PDFForm, page: PDFPage, document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([600, 800]);
  fill(document.getForm(), page, document);
  return document.save();
}

it('gives text, choices and ticked boxes with their places, and leaves out what is empty, hidden or secret', async () => {
  const bytes = await made((form, page) => {
    const town = form.createTextField('person.town');
    town.setText('Ulm');
    town.addToPage(page, { x: 100, y: 700, width: 200, height: 20, borderWidth: 0 });
    town.acroField.getWidgets()[0]?.dict.set(PDFName.of('TU'), PDFString.of('Town or city'));
    form.createTextField('person.street').addToPage(page, { x: 100, y: 660 });
    const pin = form.createTextField('pin');
    pin.setText('1234');
    pin.enablePassword();
    pin.addToPage(page, { x: 100, y: 640 });
    const internal = form.createTextField('internal');
    internal.setText('for programs');
    internal.addToPage(page, { x: 100, y: 600, hidden: true });
    const country = form.createDropdown('country');
    country.addOptions(['Austria', 'Belgium']);
    country.select('Belgium');
    country.addToPage(page, { x: 100, y: 560 });
    const wishes = form.createOptionList('wishes');
    wishes.addOptions(['red', 'green', 'blue']);
    wishes.enableMultiselect();
    wishes.select(['red', 'blue']);
    wishes.addToPage(page, { x: 100, y: 480 });
    for (const name of ['agreed', 'refused']) form.createCheckBox(name).addToPage(page, { x: 100, y: name === 'agreed' ? 440 : 420 });
    form.getCheckBox('agreed').check();
    const size = form.createRadioGroup('size');
    size.addOptionToPage('small', page, { x: 100, y: 400, width: 10, height: 10, borderWidth: 0 });
    size.addOptionToPage('large', page, { x: 140, y: 400, width: 10, height: 10, borderWidth: 0 });
    size.select('large');
  });
  const { form, findings } = await formOf(bytes);
  expect(findings).toBeUndefined();
  expect(form?.[0]).toEqual({ name: 'person.town', label: 'Town or city', kind: 'text', value: 'Ulm', page: 1, bbox: [100, 80, 300, 100] });
  expect(form?.map(({ name, kind, value }) => [name, kind, value])).toEqual([
    ['person.town', 'text', 'Ulm'],
    ['country', 'choice', 'Belgium'],
    ['wishes', 'choice', ['red', 'blue']],
    ['agreed', 'check', true],
    ['size', 'choice', expect.any(String)],
  ]);
  expect(form?.at(-1)?.bbox).toEqual([140, 390, 150, 400]);
});

it('gives places on the page as displayed, turned and cropped', async () => {
  const bytes = await made((form, page) => {
    page.setRotation(degrees(90));
    page.setCropBox(50, 100, 500, 600);
    const field = form.createTextField('name');
    field.setText('turned');
    field.addToPage(page, { x: 100, y: 200, width: 200, height: 20, borderWidth: 0 });
  });
  expect((await formOf(bytes)).form).toMatchObject([{ value: 'turned', bbox: [100, 50, 120, 250] }]);
});

it('says of a field that stands on several pages what it holds, once', async () => {
  const bytes = await made((form, page, document) => {
    const field = form.createTextField('case');
    field.setText('17/26');
    for (const sheet of [page, document.addPage([600, 800])]) field.addToPage(sheet, { x: 10, y: 10 });
  });
  expect((await formOf(bytes)).form).toMatchObject([{ name: 'case', value: '17/26', page: 1 }]);
});

it('keeps the lines of a text and takes out what cannot be shown', async () => {
  const bytes = await made((form, page) => {
    const field = form.createTextField('notes');
    field.enableMultiline();
    field.addToPage(page, { x: 10, y: 10 });
    field.acroField.dict.set(PDFName.of('V'), PDFString.of('one\r\ntwo\u0007\tthree  '));
  });
  expect((await formOf(bytes)).form).toMatchObject([{ value: 'one\ntwo three' }]);
});

function sign(document: PDFDocument, page: PDFPage, name: string, value: object | undefined): void {
  const { context } = document;
  const rect = [50, 50, 150, 80];
  const dictionary = { Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFString.of(name), Rect: rect, P: page.ref, ...value };
  const field = context.register(context.obj(dictionary as Parameters<typeof context.obj>[0]));
  page.node.addAnnot(field);
  document.getForm().acroForm.addField(field);
}

it('tells a field that is signed, and by whom, from one that is to be signed', async () => {
  const bytes = await made((form, page, document) => {
    const signature = {
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'adbe.pkcs7.detached',
      ByteRange: [0, 10, 20, 30],
      Name: PDFString.of('A. Tester'),
      Contents: PDFString.of('x'),
    };
    form.acroForm.dict.set(PDFName.of('SigFlags'), document.context.obj(3));
    sign(document, page, 'seller', { V: signature });
    sign(document, page, 'buyer', {});
  });
  expect((await formOf(bytes)).form).toMatchObject([{ name: 'seller', kind: 'signature', value: 'A. Tester', bbox: [50, 720, 150, 750] }]);
});

it('says of a form that is made of XML alone that it is not read', async () => {
  const bytes = await made((form, _page, document) => form.acroForm.dict.set(PDFName.of('XFA'), document.context.stream('<xdp/>')));
  expect(await formOf(bytes)).toMatchObject({ findings: [{ code: 'form.xfa', severity: 'warning' }] });
});

it('has nothing to say of documents without a form', async () => {
  expect(await formOf(await made(() => undefined))).toEqual({});
  const document = foldDocument([{ page: 0, patch: { mediaType: 'image/png' } }]);
  expect(await run({ file: sourceOf(Buffer.from('no PDF')), config: {}, document, page: 0 })).toEqual({});
});
