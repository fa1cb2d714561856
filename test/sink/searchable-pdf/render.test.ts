import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../src/model/document.ts';
import type { Box, Page } from '../../../src/model/page.ts';
import { pageRaster } from '../../../src/raster/page-raster.ts';
import { render } from '../../../src/sink/searchable-pdf/render.ts';
import { drawnPdf, put } from '../../support/drawn-pdf.ts';
import type { DrawnPage } from '../../support/drawn-pdf.ts';
import { encryptedPdf } from '../../support/encrypted-pdf.ts';
import { documentOf } from '../../support/made-document.ts';
import { hasPoppler, popplerText, popplerWords } from '../../support/pdftotext.ts';
import { readDocument, sourceOf, textOf } from '../../support/read-document.ts';
import { recognisedLine, recognisedPage } from '../../support/recognised-page.ts';

const pipeline = { name: 'p', fingerprint: 'f' };

async function searchable(file: SourceFile, pages: Page[]): Promise<Buffer> {
  const document = documentOf({ pages: pages.map((page, at) => ({ ...page, page: at + 1 })) });
  return Buffer.from((await render({ file, pipeline, config: { folder: '' }, document })) as Uint8Array);
}

/** How a page looks, in grey at 72 dpi. */
async function look(pdf: Uint8Array, page = 1): Promise<Buffer> {
  return Buffer.from((await pageRaster(sourceOf(pdf), 'application/pdf', page, { dpi: 72, grey: true })).data);
}

function expectNear(boxes: readonly Box[], wanted: readonly Box[], points: number): void {
  expect(boxes).toHaveLength(wanted.length);
  const distances = boxes.flatMap((box, at) => box.map((side, i) => Math.abs(side - (wanted[at]?.[i] ?? NaN))));
  expect(Math.max(...distances)).toBeLessThanOrEqual(points);
}

const drawing = '0.5 g 100 100 200 300 re f 1 0 0 RG 4 w 0 0 m 600 800 l S';
const frames: [string, DrawnPage, { width: number; height: number }][] = [
  ['upright', { content: drawing }, { width: 600, height: 800 }],
  ['turned by 90°', { content: drawing, rotate: 90 }, { width: 800, height: 600 }],
  ['turned by 180°', { content: drawing, rotate: 180 }, { width: 600, height: 800 }],
  ['turned by 270°', { content: drawing, rotate: 270 }, { width: 800, height: 600 }],
  ['cropped', { content: drawing, media: [-50, -20, 550, 780], crop: [10, 20, 400, 700] }, { width: 390, height: 680 }],
  ['cropped and turned', { content: drawing, media: [-50, -20, 550, 780], crop: [10, 20, 400, 700], rotate: 90 }, { width: 680, height: 390 }],
  ['left in another state than it began', { content: `${drawing} 3 0 0 3 50 50 cm 2 Tr 50 Tz q` }, { width: 600, height: 800 }],
];

describe.each(frames)('on a page that is %s', (_what, drawn, size) => {
  const original = drawnPdf([drawn]);
  const lines = [recognisedLine('Invisible words stand', 40, 50), recognisedLine('where they were read', 40, 70, { size: 9 })];
  const pages = [recognisedPage(lines, size)];
  const words = lines.flatMap((line) => line.words);

  it('words are found where they were recognised', async () => {
    const [page] = (await readDocument(await searchable(sourceOf(original), pages))).pages;
    expect(page?.lines.map((line) => line.text)).toEqual(lines.map((line) => line.text));
    expectNear(
      page?.lines.map((line) => line.box) ?? [],
      lines.map((line) => line.box),
      0.1,
    );
  });

  it('another reader finds them there too', async ({ skip }) => {
    if (!hasPoppler()) skip('pdftotext is not there');
    const found = popplerWords(await searchable(sourceOf(original), pages));
    expect(found.map((word) => word.text)).toEqual(words.map((word) => word.text));
    expectNear(
      found.map((word) => word.box),
      words.map((word) => word.box),
      1,
    );
  });

  it('the page looks as it did, and the original is the beginning of the file', async () => {
    const made = await searchable(sourceOf(original), pages);
    expect((await look(made)).equals(await look(original))).toBe(true);
    expect(made.subarray(0, original.length).equals(original)).toBe(true);
    expect(made.length - original.length).toBeLessThan(4_000);
  });
});

describe('words that run askew', () => {
  it.each([3, -2, 90, 270, 180, 45])('by %i° are found at that angle', async (angle) => {
    const line = recognisedLine('Some words askew', 300, 400, { angle: (angle + 360) % 360 });
    const made = await searchable(sourceOf(drawnPdf([{ content: drawing }])), [recognisedPage([line])]);
    const [found] = (await readDocument(made)).pages[0]?.lines ?? [];
    expect([found?.text, found?.angle]).toEqual([line.text, line.angle]);
    expectNear([found?.box ?? [0, 0, 0, 0]], [line.box], 1);
  });
});

describe('the text', () => {
  it.each(['naïve café', 'Größe', '你好 世界', 'Ελληνικά', 'Россия', 'e\u0301tude', '👩‍👩‍👧 ok', 'ﬁne ½', '<>&()\\'])(
    '%s can be copied as it is',
    async (text) => {
      const made = await searchable(sourceOf(drawnPdf([{ content: drawing }])), [recognisedPage([recognisedLine(text, 40, 50)])]);
      expect((await textOf(made)).normalize('NFC')).toBe(text.replace('ﬁ', 'fi').normalize('NFC'));
    },
  );

  it('of a script that runs from right to left can be copied in its order', async ({ skip }) => {
    if (!hasPoppler()) skip('pdftotext is not there');
    const made = await searchable(sourceOf(drawnPdf([{ content: drawing }])), [recognisedPage([recognisedLine('שלום', 40, 50)])]);
    expect(popplerText(made).replace(/[\u202a-\u202e\s]/g, '')).toBe('שלום');
  });

  it('of a mixed page is only what was recognised: the rest is there already', async () => {
    const native = recognisedLine('Native', 50, 192);
    const line = { ...native, words: native.words.map(({ text, box }) => ({ text, box })) };
    const page = recognisedPage([line, recognisedLine('Scanned', 50, 300)], { method: 'mixed' });
    const made = await searchable(sourceOf(drawnPdf([{ content: put([[50, 600, 'Native']]) }])), [page]);
    expect(await textOf(made)).toBe('Native\nScanned');
  });

  it.each([
    ['on the page', (layer: string): DrawnPage => ({ content: `${drawing} ${layer} ${put([[50, 600, 'Seen']])}` })],
    [
      'with strings and pictures around it',
      (layer: string): DrawnPage => ({
        content: `/Mark << /Text (3 Tr \\( BT) >> DP BI /W 1 /H 1 /BPC 8 /CS /G ID x EI q ${layer} Q ${put([[50, 600, 'Seen']])}`,
      }),
    ],
  ])('of an older recognition goes: %s', async (_what, page) => {
    const layer = 'BT 3 Tr /H 10 Tf 1 0 0 1 50 300 Tm (Old ) Tj [(lay) -20 (er)] TJ ET 0 Tr';
    const original = drawnPdf([page(layer)]);
    const made = await searchable(sourceOf(original), [recognisedPage([recognisedLine('New', 50, 300)])]);
    expect((await textOf(original)).split('\n').sort()).toEqual(['Old layer', 'Seen']);
    expect((await textOf(made)).split('\n').sort()).toEqual(['New', 'Seen']);
    expect((await look(made)).equals(await look(original))).toBe(true);
  });
});

describe('a document', () => {
  it('of which nothing was recognised is handed on byte for byte', async () => {
    const original = drawnPdf([{ content: put([[50, 600, 'Native']]) }]);
    expect((await searchable(sourceOf(original), [recognisedPage([recognisedLine('Native', 50, 192)], { method: 'text' })])).equals(original)).toBe(
      true,
    );
  });

  it('gives the same bytes each time, without a date or an id', async () => {
    const original = drawnPdf([{ content: drawing }, { content: drawing }]);
    const pages = [recognisedPage([recognisedLine('One', 40, 50)]), recognisedPage([], { method: 'blank' })];
    const [first, second] = [await searchable(sourceOf(original), pages), await searchable(sourceOf(original), pages)];
    expect(first.equals(second)).toBe(true);
    expect(first.toString('latin1')).not.toMatch(/ModDate|CreationDate|\/ID\b|Producer/);
  });

  it.each([
    ['needs a password', 'secret'],
    ['opens for everybody', ''],
  ])('that is encrypted and %s can be read by everybody then', async (_what, password) => {
    const original = await encryptedPdf('Locked words', password);
    const made = await searchable(sourceOf(original, 'locked.pdf', [password]), [recognisedPage([recognisedLine('New words', 72, 300)])]);
    expect(made.includes('/Encrypt')).toBe(false);
    expect(await textOf(made)).toBe('Locked words\nNew words');
  });

  it('whose index is broken is written anew', async () => {
    const broken = Buffer.from(
      drawnPdf([{ content: put([[50, 600, 'Native']]) }])
        .toString('latin1')
        .replace(/startxref\n\d+/, 'startxref\n7'),
      'latin1',
    );
    const made = await searchable(sourceOf(broken), [recognisedPage([recognisedLine('New', 50, 300)])]);
    expect(await textOf(made)).toBe('Native\nNew');
    expect((await readDocument(made)).findings.map(({ code }) => code)).toEqual(['text.hidden']);
  });

  it('that cannot be written again becomes pictures of its pages, with all of their words', async () => {
    const original = Buffer.from(
      drawnPdf([{ content: drawing }])
        .toString('latin1')
        .replace('/Type/Page/Parent', '/Type/Odd/Parent'),
      'latin1',
    );
    const made = await searchable(sourceOf(original), [recognisedPage([recognisedLine('New', 50, 300)])]);
    expect(made.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await textOf(made)).toBe('New');
    const [before, after] = [await look(original), await look(made)];
    const differing = before.filter((value, at) => Math.abs(value - (after[at] ?? 0)) > 64).length;
    expect(differing / before.length).toBeLessThan(0.02);
  });
});

// The angle of a crooked scan's lines is not on record, only where their words stand; and a reader that lays words out by their baselines must find whole words.
it.each([2, -3])('words of lines that run askew by %i° without saying so are found whole, in order and in their places', async (skew) => {
  const texts = [
    'A first line of words that is long enough to tell',
    'how much it runs askew, as all of the others are',
    'since the whole page lay askew in the scanner',
  ];
  const askew = texts.map((text, at) => recognisedLine(text, 100, 200 + 30 * at, { angle: skew }));
  const lines = askew.map(({ text, words, size, box }) => ({ text, words, size, box }));
  const made = await searchable(sourceOf(drawnPdf([{ content: drawing }])), [recognisedPage(lines)]);
  expect((await textOf(made)).split(/\s/)).toEqual(texts.join(' ').split(' '));
  if (!hasPoppler()) return;
  const found = popplerWords(made);
  for (const word of lines.flatMap((line) => line.words)) {
    const middle = (box: Box): number[] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const distances = found
      .filter(({ text }) => text === word.text)
      .map(({ box }) => Math.hypot(...middle(box).map((at, i) => at - (middle(word.box)[i] ?? 0))));
    expect(Math.min(...distances), word.text).toBeLessThan(2);
  }
});
