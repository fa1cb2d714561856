import { describe, expect, it } from 'vitest';
import type { PageGraphics } from '../../src/pdf/graphics.ts';
import { readPageGraphics } from '../../src/pdf/graphics.ts';
import { openPdf } from '../../src/pdf/open.ts';
import { withPage } from '../../src/pdf/page.ts';
import { lines, pageWith, picture } from '../support/page-with.ts';
import type { PageTerms } from '../support/page-with.ts';
import { sourceOf } from '../support/read-document.ts';

const dot = { width: 2, height: 2, channels: 1, data: new Uint8Array(4), dpi: 72 } as const;

async function graphicsOf(terms: PageTerms): Promise<PageGraphics> {
  const pdf = await openPdf(sourceOf(pageWith({ images: [dot], ...terms })));
  return withPage(pdf, 1, (page) => readPageGraphics(pdf, page));
}

const rounded = ({ imageBoxes }: PageGraphics): number[][] => imageBoxes.map((box) => box.map(Math.round));
const text = lines(['some words here']);

describe('images of a page', () => {
  it('are found where they stand on the page as displayed', async () => {
    expect(rounded(await graphicsOf({ content: picture(0, [50, 60, 150, 200]) }))).toEqual([[50, 60, 150, 200]]);
    expect(rounded(await graphicsOf({ content: picture(0, [50, 60, 150, 200]), rotate: 90 }))).toEqual([[642, 50, 782, 150]]);
  });

  it('are found beside others, in scopes within each other, and mirrored', async () => {
    const content = `q 1 0 0 1 10 0 cm ${picture(0, [50, 60, 150, 200])} Q q ${picture(0, [0, 0, 20, 20])} q 100 0 0 -50 300 500 cm /I0 Do Q Q`;
    expect(rounded(await graphicsOf({ content }))).toEqual([
      [60, 60, 160, 200],
      [0, 0, 20, 20],
      [300, 342, 400, 392],
    ]);
  });

  it('reach as far as they are not clipped away', async () => {
    const content = `q 100 700 50 50 re W n ${picture(0, [0, 0, 595, 842])} Q`;
    expect(rounded(await graphicsOf({ content }))).toEqual([[100, 92, 150, 142]]);
  });

  it('are none where a scope only sets a matrix', async () => {
    const found = await graphicsOf({ content: `q 100 0 0 100 50 50 cm Q ${text}` });
    expect(found).toMatchObject({ images: 0, imageBoxes: [] });
  });
});

describe('characters that nobody sees', () => {
  it.each([
    ['in an invisible mode', lines(['some words here'], { mode: 3 })],
    ['as a clip', lines(['some words here'], { mode: 7 })],
    ['below a picture of the page that is drawn later', `${text} ${picture(0, [0, 0, 595, 842])}`],
  ])('are those drawn %s', async (_, content) => {
    expect(await graphicsOf({ content })).toMatchObject({ characters: 13, hiddenCharacters: 13 });
  });

  it.each([
    ['over a picture', `${picture(0, [0, 0, 595, 842])} ${text}`],
    ['beside a picture', `${text} ${picture(0, [0, 300, 595, 842])}`],
    ['after an invisible text, in a scope of its own', `q ${lines([''], { mode: 3 })} Q ${text}`],
  ])('are not those drawn %s', async (_, content) => {
    expect((await graphicsOf({ content })).hiddenCharacters).toBe(0);
  });
});

describe('figures that may be letters', () => {
  const curve = '60 700 m 60 706 66 706 66 700 c 66 697 60 697 60 700 c h f';

  it('are filled outlines, not rules and rectangles', async () => {
    expect(await graphicsOf({ content: `${curve} 10 10 m 500 10 l S 50 50 60 60 re f` })).toMatchObject({ paths: 3, figures: 0 });
    expect((await graphicsOf({ content: curve.replace('h f', '61 701 l 62 702 l h f') })).figures).toBe(1);
  });
});
