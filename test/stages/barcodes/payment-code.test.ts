import { expect, it } from 'vitest';
import { encodePng } from '../../../src/image/encode-png.ts';
import { foldDocument } from '../../../src/model/document.ts';
import type { Field } from '../../../src/model/field.ts';
import { run } from '../../../src/stages/barcodes/run.ts';
import { spec } from '../../../src/stages/barcodes/spec.ts';
import { codeFields } from '../../../src/stages/fields/codes/code-fields.ts';
import { run as readText } from '../../../src/stages/text/run.ts';
import { codeModules, drawnModules, picturedModules } from '../../support/code-modules.ts';
import { drawnPdf, put } from '../../support/drawn-pdf.ts';
import { identified, sourceOf } from '../../support/read-document.ts';

/** The fields of a file with one page, by the stages identify, text and barcodes. */
async function fieldsOf(bytes: Uint8Array, filename: string): Promise<Field[]> {
  const file = sourceOf(bytes, filename);
  const outputs = [{ page: 0, patch: await identified(file) }];
  outputs.push({ page: 1, patch: await readText({ file, config: {}, document: foldDocument(outputs), page: 1 }) });
  outputs.push({ page: 1, patch: await run({ file, config: spec.config.parse({}), document: foldDocument(outputs), page: 1 }) });
  return codeFields(foldDocument(outputs));
}

const transfer = ['BCD', '002', '1', 'SCT', 'MARKDEF1100', 'Mühle & Töchter', 'DE89370400440532013000', 'EUR1949.75', '', 'RF18539007547034'].join(
  '\n',
);
const said = [
  ['vendor_name', 'Mühle & Töchter'],
  ['iban', 'DE89370400440532013000'],
  ['bic', 'MARKDEF1100'],
  ['amount_due', 1949.75],
  ['currency', 'EUR'],
  ['payment_reference', 'RF18539007547034'],
];
const bare = (fields: readonly Field[]) => fields.map(({ name, value }) => [name, value]);

it.each([undefined, 90])('reads a payment code that a PDF draws, on a page turned by %s degrees, and says where it is', async (rotate) => {
  const modules = await codeModules(transfer);
  const content = `${put([[60, 700, 'Invoice 17']])}\n${drawnModules(modules, 100, 500, 2)}`;
  const fields = await fieldsOf(drawnPdf([{ content, ...(rotate !== undefined && { rotate }) }]), 'invoice.pdf');
  expect(bare(fields)).toEqual(said);
  for (const { page, bbox = [0, 0, 0, 0] } of fields) {
    expect(page).toBe(1);
    for (const side of [bbox[2] - bbox[0], bbox[3] - bbox[1]]) expect(Math.abs(side - 2 * modules.width)).toBeLessThan(1);
  }
});

it('reads a payment code on a photo that was not held straight', async () => {
  const photo = picturedModules(await codeModules(transfer), { width: 800, height: 700, size: 7, angle: 24, lean: 0.2, paper: 200, ink: 60 });
  expect(bare(await fieldsOf(await encodePng(photo), 'photo.png'))).toEqual(said);
});

// Programs write umlauts as single bytes, whatever the code says of its character set; a reader must not take them for half a Japanese sign.
it('reads a payment code in a character set of western and one of central Europe', async () => {
  for (const [set, name, bytes] of [
    ['2', 'Mühle & Töchter', Buffer.from('Mühle & Töchter', 'latin1')],
    ['3', 'Młyn Łódź', Buffer.from([0x4d, 0xb3, 0x79, 0x6e, 0x20, 0xa3, 0xf3, 0x64, 0xbc])],
  ] as const) {
    const [head, tail] = transfer.replace('002\n1\n', `002\n${set}\n`).split('Mühle & Töchter') as [string, string];
    const modules = await codeModules(Buffer.concat([Buffer.from(head), bytes, Buffer.from(tail)]));
    const fields = await fieldsOf(drawnPdf([{ content: drawnModules(modules, 100, 500, 2) }]), 'invoice.pdf');
    expect(fields.find((field) => field.name === 'vendor_name')?.value).toBe(name);
  }
});

it('reads a Swiss QR-bill with the cross in its middle', async () => {
  const bill = [
    ...['SPC', '0200', '1', 'CH4431999123000889012', 'S', 'Mühle Muster AG', 'Seeweg', '12', '2501', 'Biel', 'CH'],
    ...Array<string>(7).fill(''),
    ...['199.95', 'CHF', 'S', 'Petra Probe', 'Marktgasse', '28', '9400', 'Rorschach', 'CH'],
    ...['QRR', '210000000003139471430009017', '', 'EPD', '//S1/10/R-17/11/260131/40/0:30'],
  ].join('\n');
  const modules = await codeModules(bill, 'QRCode', 'M');
  const side = 130.4;
  const middle = [100 + side / 2, 500 - side / 2] as const;
  const box = (width: number, height: number): string => `${middle[0] - width / 2} ${middle[1] - height / 2} ${width} ${height} re f`;
  const cross = `1 g ${box(19.8, 19.8)} 0 g ${box(17, 17)} 1 g ${box(11, 3.4)} ${box(3.4, 11)} 0 g`;
  const fields = await fieldsOf(drawnPdf([{ content: `${drawnModules(modules, 100, 500, side / modules.width)}\n${cross}` }]), 'bill.pdf');
  expect(bare(fields)).toEqual([
    ['vendor_name', 'Mühle Muster AG'],
    ['vendor_address', 'Seeweg 12, 2501 Biel'],
    ['customer_name', 'Petra Probe'],
    ['customer_address', 'Marktgasse 28, 9400 Rorschach'],
    ['iban', 'CH4431999123000889012'],
    ['amount_due', 199.95],
    ['currency', 'CHF'],
    ['payment_reference', '210000000003139471430009017'],
    ['invoice_number', 'R-17'],
    ['invoice_date', '2026-01-31'],
    ['due_date', '2026-03-02'],
  ]);
});
