import { degrees, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFForm, PDFPage } from '@cantoo/pdf-lib';
import { describe, expect, it, vi } from 'vitest';
import type { Line, Word } from '../../../src/model/page.ts';
import { openPdf } from '../../../src/pdf/open.ts';
import { pageOf, sourceOf } from '../../support/read-document.ts';

/** The lines of a page of 600 × 800 points that was made by `fill`. */
async function linesOf(fill: (form: PDFForm, page: PDFPage, document: PDFDocument) => void, flatten = false): Promise<Line[]> {
  return (await pageOf(sourceOf(await made(fill, flatten)))).lines ?? [];
}

async function made(fill: (form: PDFForm, page: PDFPage, document: PDFDocument) => void, flatten = false): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([600, 800]);
  fill(document.getForm(), page, document);
  document.getForm().updateFieldAppearances();
  if (flatten) document.getForm().flatten();
  return document.save({ updateFieldAppearances: false });
}

function addText(form: PDFForm, page: PDFPage, name: string, value: string, x: number, y: number, more = {}): ReturnType<PDFForm['createTextField']> {
  const field = form.createTextField(name);
  field.setText(value);
  field.addToPage(page, { x, y, width: 120, height: 20, borderWidth: 0, ...more });
  field.setFontSize(10);
  return field;
}

const textsOf = (lines: readonly Line[]): string[] => lines.map((line) => line.text);
const wordIn = (lines: readonly Line[], text: string): Word | undefined => lines.flatMap((line) => line.words).find((word) => word.text === text);

function withoutAppearance(field: ReturnType<PDFForm['createTextField']>): void {
  for (const widget of field.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
}

describe('what is filled in in a form', () => {
  it('is read with its label, where the field is, although the file draws it after all labels', async () => {
    const lines = await linesOf((form, page) => {
      ['Name:', 'Town:', 'Street:'].forEach((label, at) => page.drawText(label, { x: 40, y: 706 - 30 * at, size: 10 }));
      page.drawText('Thank you for the time that you have taken.', { x: 40, y: 600, size: 10 });
      addText(form, page, 'street', 'Long Lane 4', 100, 640);
      addText(form, page, 'name', 'Ada Miller', 100, 700);
    });
    expect(textsOf(lines)).toEqual(['Name: Ada Miller', 'Town:', 'Street: Long Lane 4', 'Thank you for the time that you have taken.']);
    const [x0, y0, x1, y1] = wordIn(lines, 'Ada')?.box ?? [0, 0, 0, 0];
    expect(x0).toBeGreaterThanOrEqual(100);
    expect(x1).toBeLessThan(130);
    expect(y0).toBeGreaterThanOrEqual(80);
    expect(y1).toBeLessThanOrEqual(100);
  });

  it('is read on a page that is turned, by a field that is turned with it', async () => {
    const lines = await linesOf((form, page) => {
      page.setRotation(degrees(90));
      page.drawText('Name:', { x: 194, y: 40, size: 10, rotate: degrees(90) });
      addText(form, page, 'name', 'Ada', 200, 100, { width: 120, height: 20, rotate: degrees(90) });
    });
    expect(textsOf(lines)).toEqual(['Name: Ada']);
    const [x0, y0, x1, y1] = wordIn(lines, 'Ada')?.box ?? [0, 0, 0, 0];
    expect([x0 >= 100, x1 <= 220, y0 >= 180, y1 <= 200]).toEqual([true, true, true, true]);
  });

  it('has its lines, the letters of a comb as one word, and of lists what is chosen', async () => {
    const lines = await linesOf((form, page) => {
      const notes = addText(form, page, 'notes', 'first line\nsecond line', 40, 700, { height: 40 });
      notes.enableMultiline();
      const digits = addText(form, page, 'digits', '12345', 40, 640, { width: 200 });
      digits.setMaxLength(10);
      digits.enableCombing();
      const country = form.createDropdown('country');
      country.addOptions(['Austria', 'Belgium']);
      country.select('Belgium');
      country.addToPage(page, { x: 40, y: 600, height: 20 });
      const colours = form.createOptionList('colours');
      colours.addOptions(['red', 'green', 'blue']);
      colours.select('green');
      colours.addToPage(page, { x: 40, y: 500, height: 60 });
    });
    expect(textsOf(lines)).toEqual(['first line', 'second line', '12345', 'Belgium', 'green']);
  });

  it('marks boxes that are ticked and buttons that are pressed, and no others', async () => {
    const lines = await linesOf((form, page) => {
      const size = { width: 10, height: 10 };
      for (const [at, name] of ['news', 'offers'].entries()) {
        form.createCheckBox(name).addToPage(page, { x: 40, y: 700 - 20 * at, ...size });
        page.drawText(name, { x: 60, y: 701 - 20 * at, size: 10 });
      }
      form.getCheckBox('offers').check();
      const answer = form.createRadioGroup('answer');
      for (const [at, name] of ['yes', 'no'].entries()) {
        answer.addOptionToPage(name, page, { x: 40 + 60 * at, y: 640, ...size });
        page.drawText(name, { x: 60 + 60 * at, y: 641, size: 10 });
      }
      answer.select('no');
    });
    expect(textsOf(lines)).toEqual(['news', '☑ offers', 'yes ☑ no']);
  });

  it('is set from the value where the file brings no appearance', async () => {
    const lines = await linesOf((form, page) => {
      page.drawText('Name:', { x: 40, y: 706, size: 10 });
      withoutAppearance(addText(form, page, 'name', 'Ada', 100, 700));
      const notes = addText(form, page, 'notes', 'one two three four five six seven eight nine ten', 100, 600, { width: 100, height: 60 });
      notes.enableMultiline();
      form.updateFieldAppearances();
      withoutAppearance(notes);
      for (const widget of form.getTextField('name').acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
      form.updateFieldAppearances = () => undefined;
    });
    expect(textsOf(lines)).toEqual(['Name: Ada', 'one two three four', 'five six seven eight', 'nine ten']);
    expect(wordIn(lines, 'Ada')?.box[1]).toBeGreaterThan(80);
    expect(wordIn(lines, 'Ada')?.box[3]).toBeLessThan(100);
  });
});

describe('what is not to be seen or seen already', () => {
  it('leaves out hidden fields, passwords and what is beside the page', async () => {
    const lines = await linesOf((form, page) => {
      page.drawText('Form', { x: 40, y: 750, size: 10 });
      addText(form, page, 'internal', 'for programs', 40, 700, { hidden: true });
      addText(form, page, 'pin', '1234', 40, 660).enablePassword();
      addText(form, page, 'outside', 'off the page', 700, 700);
      const unseen = addText(form, page, 'unseen', 'printed only', 40, 620);
      unseen.acroField.getWidgets()[0]?.setFlags(32);
    });
    expect(textsOf(lines)).toEqual(['Form']);
  });

  it('reads once what the page draws itself, beside the field that holds it or instead of it', async () => {
    const fill = (form: PDFForm, page: PDFPage): void => {
      page.drawText('Name: Ada Miller', { x: 72, y: 706, size: 10 });
      addText(form, page, 'name', 'Ada Miller', 100, 700);
    };
    expect(textsOf(await linesOf(fill))).toEqual(['Name: Ada Miller']);
    expect(textsOf(await linesOf((form, page) => void addText(form, page, 'name', 'Ada Miller', 100, 700), true))).toEqual(['Ada Miller']);
  });

  it('asks for nothing on pages without fields', async () => {
    const bytes = await made((form, page, document) => {
      addText(form, page, 'name', 'Ada', 100, 700);
      document.addPage([600, 800]).drawText('A page of a letter, with more than a few words on it.', { x: 40, y: 700, size: 10 });
    });
    const file = sourceOf(bytes);
    const { document } = await openPdf(file);
    const page = await document.getPage(2);
    const [annotations, operators] = [vi.spyOn(page, 'getAnnotations'), vi.spyOn(page, 'getOperatorList')];
    expect((await pageOf(file, 2)).text).toContain('letter');
    expect(annotations).not.toHaveBeenCalled();
    expect(operators).not.toHaveBeenCalled();
    expect((await pageOf(file, 1)).text).toBe('Ada');
  });

  it('says so when the form cannot be read, and reads the page all the same', async () => {
    const bytes = await made((form, page) => {
      page.drawText('Still here', { x: 40, y: 750, size: 10 });
      addText(form, page, 'name', 'Ada', 100, 700);
    });
    const file = sourceOf(bytes);
    const { document } = await openPdf(file);
    vi.spyOn(document, 'getFieldObjects').mockRejectedValue(new Error('broken'));
    const { text, findings } = await pageOf(file);
    expect(text).toBe('Still here');
    expect(findings).toMatchObject([{ code: 'text.reader-warning', message: expect.stringContaining('broken') as string }]);
  });
});

it('reads signatures as they are drawn', async () => {
  const lines = await linesOf((form, page, document) => {
    const { context } = document;
    const resources = { Font: { H: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' } } };
    const look = context.stream('BT /H 10 Tf 5 10 Td (Signed by A. Tester) Tj ET', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 100, 30],
      Resources: resources,
    });
    const field = context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Widget',
        FT: 'Sig',
        T: PDFString.of('seller'),
        Rect: [50, 50, 150, 80],
        P: page.ref,
        AP: { N: context.register(look) },
      }),
    );
    page.node.addAnnot(field);
    form.acroForm.addField(field);
    form.updateFieldAppearances = () => undefined;
  });
  expect(textsOf(lines)).toEqual(['Signed by A. Tester']);
});
