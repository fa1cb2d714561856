import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSheet } from '../../../src/image/canvas.ts';
import { setText } from '../../../src/sink/explain/text-block.ts';

const { pen } = openSheet(10, 10);
const set = (text: string, width: number) => setText(pen, [{ text, size: 13, colour: '#000' }], width).lines.map(({ line }) => line);

describe('text beside the page', () => {
  it('is broken between words', () => {
    expect(set('a channel carries the water to the wheel', 120)).toEqual(['a channel carries', 'the water to the', 'wheel']);
  });

  it('loses no letter and keeps to its width, also with a word that is longer than a line', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9_-]{1,60}$/), { maxLength: 10 }), (words) => {
        const lines = set(words.join(' '), 150);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        for (const line of lines) expect(pen.measureText(line).width).toBeLessThanOrEqual(150);
      }),
      { numRuns: 50 },
    );
  });

  it('is one paragraph however many line ends and controls a document puts into a name', () => {
    expect(set('a\u{0}b\r\nc\u{202E}d', 400)).toEqual(['a b c d']);
  });
});
