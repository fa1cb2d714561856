import { describe, expect, it } from 'vitest';
import { drawnPdf, put } from '../../support/drawn-pdf.ts';
import { pageOf, readDocument, sourceOf, textOf } from '../../support/read-document.ts';

const column = (x: number, lines: readonly string[]): [number, number, string][] => lines.map((line, at) => [x, 700 - 14 * at, line]);
const prose = (name: string): string[] => Array.from({ length: 8 }, (_, at) => `${name} line ${at + 1} with enough words to fill its width`);
const page = (content: string): Buffer => drawnPdf([{ content }]);

describe('reading order', () => {
  it('reads one column after the other when the file draws them so', async () => {
    const text = await textOf(page(put([...column(40, prose('left')), ...column(320, prose('right'))])));
    expect(text.split('\n')).toEqual([...prose('left'), ...prose('right')]);
  });

  it('reads columns of prose apart although the file draws them row by row', async () => {
    const rows = column(40, prose('left')).flatMap((left, at) => [left, column(320, prose('right'))[at] ?? left]);
    expect((await textOf(page(put(rows)))).split('\n')).toEqual([...prose('left'), ...prose('right')]);
  });

  it('keeps a title over both columns before them', async () => {
    const rows = column(40, prose('left')).flatMap((left, at) => [left, column(320, prose('right'))[at] ?? left]);
    const title = 'A title that reaches over both of the columns of this page and is drawn after everything else';
    expect((await textOf(page(put([...rows, [60, 760, title]])))).split('\n')).toEqual([title, ...prose('left'), ...prose('right')]);
  });

  it('keeps the cells of a table in rows', async () => {
    const cells = [0, 1, 2, 3, 4, 5].flatMap((row) =>
      ['Item', 'Qty', 'Price'].map((cell, at): [number, number, string] => [60 + 160 * at, 700 - 20 * row, `${cell} ${row}`]),
    );
    expect((await textOf(page(put(cells)))).split('\n')).toEqual([0, 1, 2, 3, 4, 5].map((row) => `Item ${row} Qty ${row} Price ${row}`));
  });

  it('puts a head that is drawn last, and a foot that is drawn first, in their places', async () => {
    const text = await textOf(page(put([[60, 20, 'the foot of the page'], ...column(60, prose('body')), [60, 780, 'the head of the page']])));
    expect(text.split('\n')).toEqual(['the head of the page', ...prose('body'), 'the foot of the page']);
  });
});

describe('words and lines', () => {
  it('joins a word broken at a line end, keeps hyphens that belong to it, and leaves words left out alone', async () => {
    const lines = ['The environ-', 'ment of the Black-', 'White test, pre- and', 'post-processing, Vor-', 'und Nachteile'];
    expect(await textOf(page(put(column(40, lines))))).toBe(
      'The environment of the Black-White test, pre- and\npost-processing, Vor-\nund Nachteile',
    );
  });

  it('keeps the hyphen that the page writes in the same word elsewhere', async () => {
    expect(await textOf(page(put(column(40, ['a well-', 'known fact is well-known']))))).toBe('a well-known fact is well-known');
  });

  it('resolves ligatures and keeps superscripts as they are', async () => {
    const bytes = drawnPdf([{ content: 'BT /U 10 Tf 40 700 Td (\x01nd \x02) Tj ET'.replace('nd ', '\x03\x04 ') }], { unicode: 'ﬁ²nd' });
    expect(await textOf(bytes)).toBe('find ²');
  });

  it('drops text printed over itself to look bold, but not a word that comes twice', async () => {
    const text = await textOf(
      page(
        put([
          [40, 700, 'Total'],
          [40.3, 700, 'Total'],
          [40, 680, 'Total'],
        ]),
      ),
    );
    expect(text).toBe('Total\nTotal');
  });

  it('gives words of a typewriter their true places, where commas are as wide as digits', async () => {
    const content = 'BT /C 10 Tf 60 700 Td (1,111,111 MMM) Tj ET';
    const file = sourceOf(drawnPdf([{ content, fonts: '/C<</Type/Font/Subtype/Type1/BaseFont/Courier>>' }]));
    const [line] = (await pageOf(file)).lines ?? [];
    expect(line?.words.map(({ box }) => box[0])).toEqual([60, 120]);
  });

  it('puts accents drawn over a letter onto it', async () => {
    const text = await textOf(
      page(
        put([
          [40, 700, 'f'],
          [43.9, 700, '\xa8'],
          [42.8, 700, 'ur'],
        ]),
      ),
    );
    expect(text).toBe('für');
  });

  it('reads a right-to-left line in the order in which it is spoken', async () => {
    const unicode = 'שלוםעולם';
    const [shalom, olam] = ['\x04\x03\x02\x01', '\x08\x07\x06\x05'];
    const bytes = drawnPdf([{ content: `BT /U 12 Tf 1 0 0 1 300 700 Tm (${shalom}) Tj 1 0 0 1 260 700 Tm (${olam}) Tj ET` }], { unicode });
    expect(await textOf(bytes)).toBe('שלום עולם');
  });

  it('gives every word a box inside the box of its line', async () => {
    const { pages } = await readDocument(page(put(column(40, prose('one')))));
    for (const line of pages[0]?.lines ?? []) {
      expect(line.words.map((word) => word.text).join(' ')).toBe(line.text);
      for (const { box } of line.words) {
        expect(box[0]).toBeGreaterThanOrEqual(line.box[0]);
        expect(box[2]).toBeLessThanOrEqual(line.box[2] + 0.01);
        expect(box[2]).toBeGreaterThan(box[0]);
      }
    }
  });
});

describe('geometry', () => {
  it.each([0, 90, 180, 270])('gives boxes of a page turned by %i degrees as it is displayed', async (rotate) => {
    const content = put([[100, 700, 'corner']]);
    const { pages } = await readDocument(drawnPdf([{ content, rotate }]));
    const [shown] = pages;
    const turned = rotate % 180 !== 0;
    expect([shown?.width, shown?.height, shown?.rotation]).toEqual(turned ? [800, 600, rotate] : [600, 800, rotate]);
    const [x0, y0, x1, y1] = shown?.lines[0]?.box ?? [0, 0, 0, 0];
    const middle = { 0: [114, 96], 90: [704, 114], 180: [486, 704], 270: [96, 486] }[rotate] ?? [];
    expect((x0 + x1) / 2).toBeCloseTo(middle[0] ?? 0, -1.2);
    expect((y0 + y1) / 2).toBeCloseTo(middle[1] ?? 0, -1.2);
    expect(shown?.lines[0]?.angle).toBe(rotate === 0 ? undefined : rotate);
  });

  it('counts from the corner of the crop box', async () => {
    const { pages } = await readDocument(drawnPdf([{ content: put([[100, 700, 'near']]), crop: [90, 600, 390, 720] }]));
    expect([pages[0]?.width, pages[0]?.height]).toEqual([300, 120]);
    expect(pages[0]?.lines[0]?.box[0]).toBeCloseTo(10, 1);
  });

  it('reads a line that runs up the margin apart from the text beside it', async () => {
    const margin = 'BT /H 10 Tf 0 1 -1 0 30 400 Tm (up the margin) Tj ET';
    const { pages } = await readDocument(page(`${margin}\n${put(column(60, prose('body')))}`));
    expect(pages[0]?.lines.at(-1)).toMatchObject({ text: 'up the margin', angle: 270 });
    expect(pages[0]?.lines).toHaveLength(9);
  });
});

describe('findings', () => {
  it('tells text that nobody sees, with numbers', async () => {
    const patch = await pageOf(sourceOf(page(`q BT /H 10 Tf 3 Tr 40 700 Td (hidden words) Tj ET Q ${put([[40, 600, 'seen']])}`)));
    expect(patch.route?.reasons).toEqual(['hidden-text']);
    expect(patch.route?.metrics).toMatchObject({ chars: 15, hidden_chars: 11 });
    expect(patch.findings).toMatchObject([{ code: 'text.hidden', page: 1 }]);
  });

  it('tells a page of pictures from a blank one', async () => {
    const image = 'q 500 0 0 700 50 50 cm BI /W 20 /H 20 /BPC 8 /CS /G ID '.padEnd(460, 'x') + ' EI Q';
    const [scan, blank] = (await readDocument(drawnPdf([{ content: image }, { content: '' }]))).pages;
    expect(scan).toMatchObject({ method: 'blank', route: { reasons: ['no-text'], metrics: { images: 1 } } });
    expect(scan?.route?.metrics['image_cover']).toBeCloseTo((500 * 700) / (600 * 800), 1);
    expect(blank).toMatchObject({ method: 'blank', route: { reasons: ['blank'] }, text: '' });
  });

  it('does not trust text whose letters have no meaning', async () => {
    const unicode = '\ue001\ue002\ue003\ue004';
    const patch = await pageOf(sourceOf(drawnPdf([{ content: 'BT /U 10 Tf 40 700 Td (\x01\x02\x03\x04 \x01\x03\x02\x04) Tj ET' }], { unicode })));
    expect(patch.route?.reasons).toEqual(['garbled']);
    expect(patch.findings?.map((finding) => finding.code)).toContain('text.garbled');
  });

  it('does not trust letters that make no words of any language', async () => {
    const garbage = Array.from({ length: 12 }, () => 'xkcdr bgtzw pqrst vwxzz').join(' ');
    expect((await pageOf(sourceOf(page(put([[20, 700, garbage]], { size: 4 }))))).route?.reasons).toEqual(['garbled']);
  });

  it('says when the reader gave up on a part of the page', async () => {
    const patch = await pageOf(sourceOf(page(`${put([[40, 700, 'before']])} /Missing gs /Gone Do`)));
    expect(patch.text).toBe('before');
    expect(patch.findings?.map((finding) => finding.code)).toContain('text.reader-warning');
  });
});

describe('text that the file replaces', () => {
  it('reads what stands for the glyphs, not the glyphs', async () => {
    expect(await textOf(page('BT /H 10 Tf 40 700 Td (see ) Tj /Span <</ActualText <FEFF00660069>>> BDC (XY) Tj EMC (g) Tj ET'))).toBe('see fig');
  });
});

it('gives the same for a page whatever was read before it', async () => {
  const bytes = drawnPdf([{ content: put(column(40, prose('first'))) }, { content: `${put(column(40, prose('second')))} /Gone Do` }]);
  const forwards = sourceOf(bytes);
  const alone = sourceOf(bytes, 'alone.pdf');
  await pageOf(forwards, 1);
  expect(await pageOf(forwards, 2)).toEqual(await pageOf(alone, 2));
});
