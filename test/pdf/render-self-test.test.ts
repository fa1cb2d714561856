import { describe, expect, it } from 'vitest';
import { lostContent } from '../../src/pdf/lost-content.ts';
import { checkSample, testRendering } from '../../src/pdf/render-self-test.ts';
import { sampleSide, sampleSquares } from '../../src/pdf/sample-pictures.ts';

const codeOf = (work: () => unknown): unknown => {
  try {
    work();
    return 'passed';
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('the self-test of drawing', () => {
  it('passes where the canvas and the decoders work', async () => {
    await expect(testRendering()).resolves.toBeUndefined();
  });

  it('names what is missing from the sample page', () => {
    const blank = { width: 130, height: 40, channels: 1 as const, data: new Uint8Array(130 * 40).fill(255), dpi: 72 };
    expect(() => checkSample(blank)).toThrow(/text, a JPEG 2000 image, a JBIG2 image, a CCITT image/);
    const [, , { left, top } = { left: 0, top: 0 }] = sampleSquares;
    for (let y = top; y < top + sampleSide; y++) blank.data.fill(0, y * 130 + left, y * 130 + left + sampleSide);
    expect(() => checkSample(blank)).toThrow(/text, a JPEG 2000 image, a CCITT image/);
    expect(codeOf(() => checkSample(blank))).toBe('worker.self-test');
  });
});

describe('what pdf.js says', () => {
  it('is about the document where something of it is left out, each thing once', () => {
    expect(lostContent(['TT: undefined function: 32', 'Unable to decode image "a": no', 'Unable to decode image "a": no'])).toEqual([
      'Unable to decode image "a": no',
    ]);
  });

  it.each([
    '#getWasmInstance: Error: Unable to load wasmUrl data at: openjpeg.wasm',
    'Error: Unable to load standardFontDataUrl data at: FoxitSans.pfb',
    'Error: Unable to load cMapUrl data at: UniGB-UCS2-H.bcmap',
  ])('is about the reader itself where a part of it is missing: %s', (said) => {
    expect(codeOf(() => lostContent([said]))).toBe('worker.self-test');
  });
});
