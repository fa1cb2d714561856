import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line, Word } from '../../../src/model/page.ts';
import { mergeLines } from '../../../src/stages/ocr/merge.ts';
import type { MergeTerms } from '../../../src/stages/ocr/merge.ts';

const seen: MergeTerms = { visible: true, garbled: [], pictures: true };

/** A line of words of 6 points a letter; recognised when it has a confidence. */
function lineAt(x: number, y: number, text: string, confidence?: number): Line {
  let left = x;
  const words = text.split(' ').map((word): Word => {
    const made: Word = { text: word, box: [left, y, left + 6 * word.length, y + 10], ...(confidence !== undefined && { confidence }) };
    left += 6 * word.length + 4;
    return made;
  });
  return { text, words, size: 10, box: [x, y, left - 4, y + 10] };
}

const native = [lineAt(50, 50, 'The title of the page'), lineAt(50, 300, 'A paragraph below the picture')];
const textsOf = (lines: readonly Line[]): string[] => lines.map((line) => line.text);

describe('recognised lines beside those of the page', () => {
  it('stand where they are read', () => {
    const { lines } = mergeLines(native, [[lineAt(60, 100, 'Words within the picture', 0.9), lineAt(60, 120, 'and some more below', 0.9)]], seen);
    expect(textsOf(lines)).toEqual(['The title of the page', 'Words within the picture', 'and some more below', 'A paragraph below the picture']);
  });

  it('stand in the column that they belong to', () => {
    const columns = [lineAt(50, 50, 'left one'), lineAt(50, 300, 'left two'), lineAt(350, 50, 'right one'), lineAt(350, 300, 'right two')];
    const { lines } = mergeLines(columns, [[lineAt(350, 150, 'Picture between', 0.9)]], seen);
    expect(textsOf(lines)).toEqual(['left one', 'left two', 'right one', 'Picture between', 'right two']);
  });

  it('give way to the words of the page, even where they read something else', () => {
    const { lines, added } = mergeLines(
      native,
      [[lineAt(51, 51, 'Tbe tit1e of tne page', 0.95), lineAt(60, 100, 'Something altogether new', 0.95)]],
      seen,
    );
    expect(added.map((word) => word.text)).toEqual(['Something', 'altogether', 'new']);
    expect(lines).toHaveLength(3);
  });

  it('keep the words of a line that the page does not have', () => {
    const [, ...rest] = mergeLines([lineAt(50, 50, 'Invoice')], [[lineAt(50, 50, 'Invoice number seventeen', 0.9)]], seen).lines;
    expect(textsOf(rest)).toEqual(['number seventeen']);
  });

  it('are left out when they are what grain and edges make', () => {
    const junk = [lineAt(60, 100, 'xq |l ;;', 0.9), lineAt(60, 120, 'plausible words though', 0.3), lineAt(60, 140, 'logo', 0.9)];
    expect(mergeLines(native, [junk], seen)).toEqual({ lines: native, added: [] });
  });

  it('are all kept when the page itself was read', () => {
    const faint = [lineAt(60, 100, 'faint though real', 0.4)];
    expect(mergeLines(native, [faint], { ...seen, pictures: false }).lines).toHaveLength(3);
  });

  it('take the place of lines without a meaning, and of no others', () => {
    const garbled = lineAt(50, 100, ':KHUHDV WKH SDUWLHV ZLVK');
    const lines = [native[0]!, garbled, native[1]!];
    const read = [lineAt(50, 100, 'Whereas the parties wish', 0.9)];
    expect(textsOf(mergeLines(lines, [read], { ...seen, garbled: [garbled] }).lines)).toEqual([
      'The title of the page',
      'Whereas the parties wish',
      'A paragraph below the picture',
    ]);
    expect(mergeLines(lines, [[]], { ...seen, garbled: [garbled] }).lines).toEqual(lines);
  });

  it('come before text that nobody sees, and lose only its equals', () => {
    const hidden = [lineAt(50, 50, 'REGISTRATION NUMBER'), lineAt(50, 100, 'Agreement')];
    const { lines } = mergeLines(hidden, [[lineAt(50, 50, 'Statement of the parties', 0.9), lineAt(50, 100, 'Agreement', 0.9)]], {
      ...seen,
      visible: false,
    });
    expect(textsOf(lines)).toEqual(['Statement of the parties', 'REGISTRATION NUMBER', 'Agreement']);
  });

  it('never cost the page a word of its own', () => {
    const line = fc
      .tuple(fc.nat(500), fc.nat(700), fc.constantFrom('some words', 'others', 'a few more words'))
      .map(([x, y, text]) => [x, y, text] as const);
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.array(line)), fc.boolean(), (own, parts, visible) => {
        const lines = own.map(([x, y, text]) => lineAt(x, y, text));
        const merged = mergeLines(
          lines,
          parts.map((part) => part.map(([x, y, text]) => lineAt(x, y, text, 0.9))),
          { ...seen, visible },
        );
        for (const kept of lines) expect(merged.lines).toContain(kept);
        expect(merged.lines.filter((kept) => !lines.includes(kept)).flatMap((kept) => kept.words)).toHaveLength(merged.added.length);
      }),
    );
  });
});
