import type { Box, Line, Page } from '../../src/model/page.ts';

/** A line of words that were recognised: `x`, `y` are where it begins, on the page as displayed; every letter is half as wide as the type is high. */
export function recognisedLine(text: string, x: number, y: number, { size = 12, angle = 0 } = {}): Line {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  let along = 0;
  const words = text.split(' ').map((word) => {
    const width = [...word].length * 0.5 * size;
    const box = turned(along, width, size, x, y, cos, sin);
    along += width + 0.5 * size;
    return { text: word, box, confidence: 0.9 };
  });
  return { text, size, words, box: turned(0, along - 0.5 * size, size, x, y, cos, sin), ...(angle !== 0 && { angle }) };
}

export function recognisedPage(lines: Line[], facts: Partial<Page> = {}): Page {
  return { page: 1, width: 600, height: 800, rotation: 0, method: 'ocr', text: '', ...facts, lines };
}

/** The upright box around a turned one that begins `along` the line. */
function turned(along: number, width: number, height: number, x: number, y: number, cos: number, sin: number): Box {
  const corners = [along, along + width].flatMap((u) => [0, height].map((v) => [x + u * cos - v * sin, y + u * sin + v * cos] as const));
  const [xs, ys] = [corners.map(([at]) => at), corners.map(([, at]) => at)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
