import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/model/drawing.ts';
import { openPdf } from '../../src/pdf/open.ts';
import { withPage } from '../../src/pdf/page.ts';
import { readDrawing } from '../../src/pdf/paths.ts';
import { drawnPdf } from '../support/drawn-pdf.ts';
import type { DrawnPage } from '../support/drawn-pdf.ts';
import { sourceOf } from '../support/read-document.ts';

async function drawn(content: string, terms: Omit<DrawnPage, 'content'> = {}): Promise<Drawing> {
  const pdf = await openPdf(sourceOf(drawnPdf([{ content, ...terms }])));
  return withPage(pdf, 1, (page) => readDrawing(pdf, page));
}

/** `h 700 100-300`: whole points, from the top of a page 800 points high. */
function said({ edges }: Drawing): string[] {
  return edges.map(({ way, at, from, to }) => `${way} ${Math.floor(at)} ${Math.floor(from)}-${Math.floor(to)}`).sort();
}

describe('rules of a page', () => {
  it('are strokes, thin bars and the sides of stroked rectangles', async () => {
    expect(said(await drawn('100 700 m 300 700 l S'))).toEqual(['h 100 100-300']);
    expect(said(await drawn('100 699.5 200 1 re f'))).toEqual(['h 100 100-300']);
    expect(said(await drawn('99.6 500 0.8 200 re f'))).toEqual(['v 100 100-300']);
    expect(said(await drawn('100 600 200 100 re S'))).toEqual(['h 100 100-300', 'h 200 100-300', 'v 100 100-200', 'v 300 100-200']);
  });

  it('are the sides of a frame that is filled between two rectangles', async () => {
    expect(said(await drawn('100 600 200 100 re 101 601 198 98 re f*'))).toEqual([
      'h 100 100-300',
      'h 199 100-300',
      'v 100 100-200',
      'v 299 100-200',
    ]);
  });

  it('stand where matrices, forms, rotation and crop bring them', async () => {
    expect(said(await drawn('q 2 0 0 2 100 100 cm 0 0 m 100 0 l S Q'))).toEqual(['h 700 100-300']);
    expect(said(await drawn('q 0 1 -1 0 300 100 cm 0 0 m 100 0 l S Q'))).toEqual(['v 300 600-700']);
    expect(said(await drawn('100 700 m 300 700 l S', { rotate: 90 }))).toEqual(['v 700 100-300']);
    expect(said(await drawn('100 700 m 300 700 l S', { crop: [50, 50, 550, 750] }))).toEqual(['h 50 50-250']);
  });

  it('are gone with the state that a restore brings back', async () => {
    expect(said(await drawn('q 1 0 0 1 50 0 cm Q 100 700 m 300 700 l S'))).toEqual(['h 100 100-300']);
  });

  it('are not what nobody sees: clips, white on white, transparent, clipped away', async () => {
    expect(said(await drawn('100 600 200 100 re W n'))).toEqual([]);
    expect(said(await drawn('1 1 1 RG 100 700 m 300 700 l S'))).toEqual([]);
    expect(said(await drawn('/G gs 100 700 m 300 700 l S', { resources: '/ExtGState<</G<</CA 0>>>>' }))).toEqual([]);
    expect(said(await drawn('q 0 0 50 50 re W n 100 700 m 300 700 l S Q'))).toEqual([]);
  });

  it('are cut to the clip: programs draw long bars and show a part', async () => {
    expect(said(await drawn('q 150 690 50 20 re W n 100 700 m 300 700 l S Q'))).toEqual(['h 100 150-200']);
  });

  it('are white between shaded cells', async () => {
    expect(said(await drawn('0.8 g 100 600 200 100 re f 1 1 1 RG 2 w 200 600 m 200 700 l S'))).toEqual(['v 200 100-200']);
  });

  it('are not slanted or curved strokes, which are told apart', async () => {
    const drawing = await drawn('100 700 m 300 600 l S 100 500 m 150 600 250 600 300 500 c S');
    expect(said(drawing)).toEqual([]);
    expect(drawing.strokes).toHaveLength(2);
  });
});

describe('shading of a page', () => {
  it('is a filled rectangle that is no rule', async () => {
    expect((await drawn('0.9 g 100 600 200 100 re f')).fills).toEqual([[100, 100, 300, 200]]);
  });

  it('is one where a cell and then each line of it are filled in the same colour', async () => {
    expect((await drawn('0.9 g 100 600 200 100 re f 105 600 190 50 re f 105 650 190 50 re f')).fills).toHaveLength(1);
  });

  it('is not the white of the paper', async () => {
    expect((await drawn('1 g 100 600 200 100 re f')).fills).toEqual([]);
  });
});

describe('a page that draws too much', () => {
  it('is read up to a bound, and says what was left', async () => {
    const drawing = await drawn(Array.from({ length: 70_000 }, (_, at) => `${at % 500} ${at % 700} m ${(at % 500) + 20} ${at % 700} l S`).join('\n'));
    expect(drawing.edges.length).toBeLessThan(61_000);
    expect(drawing.ignored).toBeGreaterThan(9_000);
  });
});
