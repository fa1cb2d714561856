import type { Box, Line, Page } from '../../src/model/page.ts';

export interface SetTerms {
  x?: number;
  /** Baseline of the first line. */
  y?: number;
  size?: number;
  /** Distance of the lines. */
  pitch?: number;
}

/** Lines below each other, every letter half as wide as the type is high. */
export function setLines(texts: readonly string[], { x = 50, y = 50, size = 10, pitch = 1.2 * size }: SetTerms = {}): Line[] {
  return texts.map((text, at) => setLine(text, x, y + at * pitch, size));
}

function setLine(text: string, x: number, bottom: number, size: number): Line {
  let from = x;
  const words = text.split(' ').map((word) => {
    const box: Box = [from, bottom - size, from + (word.length * size) / 2, bottom];
    from = box[2] + size / 2;
    return { text: word, box };
  });
  return { text, size, words, box: [x, bottom - size, from - size / 2, bottom] };
}

export function pageOf(lines: readonly Line[], facts: Partial<Page> = {}): Page {
  return { page: 1, width: 600, height: 800, rotation: 0, method: 'text', text: '', ...facts, lines: [...lines] };
}
