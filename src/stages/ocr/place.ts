import { unionOf } from '../../model/box.ts';
import type { Box, Line, Word } from '../../model/page.ts';
import type { PixelBox, ReadLine } from './engine.ts';

/** Lines of an engine as lines of a page; `toPage` brings a box of the prepared picture back to points of the page, on which lines run at `angle`. */
export function placeLines(lines: readonly ReadLine[], toPage: (box: PixelBox) => Box, angle: number): Line[] {
  return lines.flatMap(({ words }): Line[] => {
    if (words.length === 0) return [];
    const placed = words.map(({ text, box, confidence }): Word => ({ text, box: rounded(toPage(box)), confidence: round(confidence, 1000) }));
    const box = unionOf(placed.map((word) => word.box));
    const size = Math.max(...placed.map((word) => heightAlong(word.box, angle)));
    return [{ text: placed.map((word) => word.text).join(' '), box, words: placed, size: round(size, 100), ...(angle !== 0 && { angle }) }];
  });
}

/** Of a box on a line that runs at this angle. */
function heightAlong([x0, y0, x1, y1]: Box, angle: number): number {
  return angle % 180 === 0 ? y1 - y0 : x1 - x0;
}

function rounded([x0, y0, x1, y1]: Box): Box {
  return [round(x0, 100), round(y0, 100), round(x1, 100), round(y1, 100)];
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
