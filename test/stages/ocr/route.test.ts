import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Line } from '../../../src/model/page.ts';
import type { PageFacts } from '../../../src/stages/ocr/page-facts.ts';
import { routeReasons } from '../../../src/stages/ocr/reasons.ts';
import { routePage } from '../../../src/stages/ocr/route.ts';
import type { RouteTerms } from '../../../src/stages/ocr/route.ts';

const auto: RouteTerms = { mode: 'auto', selected: true };

function facts(metrics: Record<string, number>, more: Partial<PageFacts> = {}): PageFacts {
  return { width: 600, height: 800, lines: [], garbled: false, metrics, imageBoxes: [], figureBoxes: [], ...more };
}

const scan = { images: 1, image_cover: 1, largest_image: 1 };
const goodLayer = { ...scan, chars: 900, sane: 0.97, hidden_chars: 900, layer_on_ink: 0.99, layer_ink_missed: 0.2 };

describe('the route of a page', () => {
  it.each([
    ['states its text', facts({ chars: 900, sane: 1 }), 'native', ['text-ok']],
    ['is empty', facts({ chars: 0, images: 0 }), 'blank', ['blank']],
    ['is a scan', facts({ chars: 0, ...scan }), 'ocr', ['no-text']],
    ['is all outlines', facts({ chars: 0, images: 0, figures: 80 }), 'ocr', ['no-text', 'outlined-text']],
    ['is garbled', facts({ chars: 900, ...scan }, { garbled: true }), 'ocr', ['garbled']],
    ['carries a good layer', facts(goodLayer), 'native', ['hidden-text-ok']],
    ['carries a layer that makes little sense', facts({ ...goodLayer, sane: 0.6 }), 'ocr', ['old-ocr']],
    ['carries a layer that lies elsewhere', facts({ ...goodLayer, layer_on_ink: 0.5 }), 'mixed', ['stray-text']],
    ['carries a layer for a part of it', facts({ ...goodLayer, layer_ink_missed: 0.8 }), 'mixed', ['ink-without-text']],
    ['has a stamp on a scan', facts({ ...scan, chars: 40, hidden_chars: 0, text_cover: 0.01 }), 'mixed', ['scan-under-text']],
    ['has a background', facts({ ...scan, chars: 1500, hidden_chars: 0, text_cover: 0.3 }), 'native', ['background-image']],
    ['has a picture', facts({ chars: 900, images: 1 }, { imageBoxes: [[50, 50, 550, 200]] }), 'mixed', ['image-text']],
    ['has a logo', facts({ chars: 900, images: 1 }, { imageBoxes: [[50, 50, 200, 120]] }), 'native', ['text-ok']],
  ] as const)('of one that %s', (_, page, means, reasons) => {
    expect(routePage(page, auto)).toMatchObject({ means, reasons });
  });

  it('reads every page by force, none that states text when they are to be skipped, and old layers anew when asked', () => {
    const native = facts({ chars: 900, sane: 1 });
    expect(routePage(native, { ...auto, mode: 'force' })).toMatchObject({ means: 'ocr', reasons: ['forced', 'text-ok'] });
    expect(routePage(facts(goodLayer), { ...auto, mode: 'redo' })).toMatchObject({ means: 'ocr', reasons: ['old-ocr'] });
    expect(routePage(native, { ...auto, mode: 'redo' })).toMatchObject({ means: 'native' });
    expect(routePage(facts({ chars: 900 }, { garbled: true }), { ...auto, mode: 'skip' })).toMatchObject({
      means: 'native',
      reasons: ['skipped', 'garbled'],
    });
    expect(routePage(facts({ chars: 0, ...scan }), { ...auto, mode: 'skip' })).toMatchObject({ means: 'ocr' });
  });

  it('leaves a page alone that was not selected, whatever it is', () => {
    const terms: RouteTerms = { mode: 'force', selected: false };
    expect(routePage(facts({ chars: 0, ...scan }), terms)).toMatchObject({ means: 'blank', reasons: ['not-selected', 'no-text'] });
    expect(routePage(facts({ chars: 9, ...scan }), terms)).toMatchObject({ means: 'native' });
  });

  it('is made of strips of a picture as of the whole', () => {
    const strips = Array.from({ length: 10 }, (_, at): Box => [60, 100 + 30 * at, 540, 130 + 30 * at]);
    expect(routePage(facts({ chars: 300, images: 10 }, { imageBoxes: strips }), auto)).toMatchObject({
      means: 'mixed',
      regions: [[60, 100, 540, 400]],
    });
  });

  it('takes a picture under the text of the page for its ground', () => {
    const lines = Array.from({ length: 10 }, (_, at): Line => ({ text: 'words', words: [], size: 10, box: [60, 100 + 12 * at, 500, 110 + 12 * at] }));
    expect(routePage(facts({ chars: 300, images: 1 }, { lines, imageBoxes: [[50, 90, 520, 230]] }), auto)).toMatchObject({ means: 'native' });
  });

  it('is one of those there are, with reasons that are documented, whatever the facts', () => {
    const number = fc.oneof(fc.double(), fc.nat(2000), fc.double({ min: 0, max: 1 }));
    const box = fc.tuple(number, number, number, number);
    const line = box.map((found): Line => ({ text: 'some words', words: [], size: 10, box: found }));
    const keys = [
      'chars',
      'sane',
      'hidden_chars',
      'images',
      'image_cover',
      'largest_image',
      'figures',
      'text_cover',
      'layer_on_ink',
      'layer_ink_missed',
    ];
    const some = fc.record({
      width: fc.double({ min: 1, max: 5000, noNaN: true }),
      height: fc.double({ min: 1, max: 5000, noNaN: true }),
      lines: fc.array(line, { maxLength: 5 }),
      garbled: fc.boolean(),
      metrics: fc.dictionary(fc.constantFrom(...keys), number),
      imageBoxes: fc.array(box, { maxLength: 20 }),
      figureBoxes: fc.array(box, { maxLength: 20 }),
    });
    const terms = fc.record({ mode: fc.constantFrom('auto', 'force', 'skip', 'redo'), selected: fc.boolean() });
    fc.assert(
      fc.property(some, terms, (page, asked) => {
        const { means, reasons, regions } = routePage(page, asked);
        expect(['native', 'ocr', 'mixed', 'blank']).toContain(means);
        expect(reasons.length).toBeGreaterThan(0);
        for (const reason of reasons) expect(routeReasons).toHaveProperty(reason);
        expect(regions.length > 0).toBe(means === 'mixed');
      }),
    );
  });
});
