import { glyph, shown } from './glyphless-font.ts';
import type { GlyphCodes } from './glyphless-font.ts';
import type { LayerLine } from './recognised.ts';
import { slopeOf } from './slope.ts';
import { placeWords } from './word-place.ts';

/** Brings points of the displayed page to the units of the file: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Name of the font among the resources of a page. */
export const fontKey = 'MillraceText';

/** Content that shows a page's words in their places, invisibly (text rendering mode 3). */
export function textLayer(lines: readonly LayerLine[], codes: GlyphCodes, toFile: Matrix): string {
  const [a, b, c, d, e, f] = toFile;
  const parts = ['q', 'BT', '3 Tr'];
  const directions = Map.groupBy(lines, ({ line }) => line.angle ?? 0);
  const slopes = new Map([...directions].map(([angle, alike]) => [angle, slopeOf(alike, angle)]));
  for (const { line, words } of lines) {
    const angle = line.angle ?? 0;
    const { words: placed, size, cos, sin } = placeWords(words, angle, slopes.get(angle) ?? 0, line.size);
    const direction = [a * cos + c * sin, b * cos + d * sin, a * sin - c * cos, b * sin - d * cos].map(number);
    parts.push(`/${fontKey} ${number(size)} Tf`);
    for (const { text, x, y, width, gap } of placed) {
      const signs = codes.of(text);
      parts.push(`${direction.join(' ')} ${number(a * x + c * y + e)} ${number(b * x + d * y + f)} Tm`);
      parts.push(`${stretch(width, signs.length, size)} Tz ${shown(signs)} Tj`);
      if (gap !== undefined) parts.push(`${stretch(gap, 1, size)} Tz ${shown(codes.of(' '))} Tj`);
    }
  }
  return `${[...parts, 'ET', 'Q'].join('\n')}\n`;
}

/** Per cent by which `count` signs are stretched to take `width`. */
function stretch(width: number, count: number, size: number): string {
  return number((width * 100) / ((glyph.width / 1000) * size * count));
}

/** As PDF writes numbers: no exponent, no more places than can be seen. */
function number(value: number): string {
  return (Math.round(value * 10_000) / 10_000 + 0).toFixed(4).replace(/\.?0+$/, '');
}
