import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDocument } from '../../src/model/document.ts';
import type { StageOutput } from '../../src/model/document.ts';
import { packPatch, unpackOutputs } from '../../src/model/packing.ts';
import { anyText } from '../support/any-text.ts';

describe('the fold of stage outputs', () => {
  it('has every page that was counted, blank where no stage has said anything, and none beyond', () => {
    const outputs: StageOutput[] = [
      { page: 0, patch: { mediaType: 'application/pdf', metadata: { page_count: 3 } } },
      { page: 3, patch: { text: 'three' } },
      { page: 9, patch: { text: 'nine' } },
    ];
    const { pages } = foldDocument(outputs);
    expect(pages.map(({ page, text, method }) => [page, text, method])).toEqual([
      [1, '', 'blank'],
      [2, '', 'blank'],
      [3, 'three', 'blank'],
    ]);
  });

  it('lets later stages have the last word, and keeps the findings of all', () => {
    const finding = (code: string) => ({ code, severity: 'info' as const, message: code });
    const document = foldDocument([
      { page: 0, patch: { metadata: { page_count: 1 }, findings: [finding('a')] } },
      { page: 1, patch: { text: 'first', method: 'text', findings: [finding('b')] } },
      { page: 1, patch: { text: 'second', findings: [finding('c')] } },
    ]);
    expect(document.pages).toMatchObject([{ text: 'second', method: 'text' }]);
    expect(document.findings.map(({ code }) => code)).toEqual(['a', 'b', 'c']);
    expect(foldDocument([])).toMatchObject({ pages: [], metadata: { page_count: 0 } });
  });
});

describe('packing', () => {
  it('gives back what was packed, and the same bytes each time', () => {
    fc.assert(
      fc.property(fc.record({ text: anyText(), width: fc.integer() }), (patch) => {
        const bytes = packPatch(patch);
        expect(unpackOutputs([{ page: 7, bytes }])).toEqual([{ page: 7, patch }]);
        expect(Buffer.compare(bytes, packPatch(patch))).toBe(0);
      }),
    );
  });

  it('refuses what is no output', () => {
    expect(() => unpackOutputs([{ page: 1, bytes: Buffer.from('garbage') }])).toThrow();
  });
});
