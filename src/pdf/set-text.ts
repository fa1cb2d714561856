import { Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Item } from './replaced-text.ts';
import type { Widget } from './widget-value.ts';

/** Points: of type whose size the field leaves open. */
const usualSize = 12;
/** In heights of the type: from line to line, and between the edge of a field and its text. */
const lineHeight = 1.2;
const margin = 0.2;
/** In heights of the type: the average width of a letter of Helvetica. */
const letterWidth = 0.5;
/** Of one field; what does not fit is not seen. */
const mostLines = 200;

/** Sets the value of a field that has no appearance into its box, about as viewers do, who have to make one themselves. Several values stand below each other. */
export function setText(widget: Widget, values: readonly string[]): Item[] {
  const { width, height, matrix } = frameOf(widget);
  const given = Number(widget.defaultAppearanceData?.fontSize ?? 0);
  const single = values.length === 1 && !widget.multiLine;
  const [value = ''] = values;
  const size = Math.min(given > 0 ? given : usualSize, height / lineHeight, single ? width / (letterWidth * value.length) : Infinity);
  if (!(size > 0)) return [];
  const lines = single ? [value.replaceAll('\n', ' ')] : values.flatMap((text) => text.split('\n').flatMap((line) => wrap(line, width / size)));
  const first = single ? (height - size) / 2 + margin * size : height - size;
  return lines
    .slice(0, mostLines)
    .map((line, at) => itemAt(matrix, line, margin * size, first - at * lineHeight * size, size, letterWidth * size * line.length));
}

/** The size of a field as its text sees it, and what brings its lower left corner there. */
function frameOf({ rect, rotation = 0 }: Widget): { width: number; height: number; matrix: number[] } {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect;
  const [width, height] = [x1 - x0, y1 - y0];
  switch (rotation) {
    case 90:
      return { width: height, height: width, matrix: [0, 1, -1, 0, x1, y0] };
    case 180:
      return { width, height, matrix: [-1, 0, 0, -1, x1, y1] };
    case 270:
      return { width: height, height: width, matrix: [0, -1, 1, 0, x0, y1] };
    default:
      return { width, height, matrix: [1, 0, 0, 1, x0, y0] };
  }
}

/** Breaks a line between words; `width` in heights of the type. */
function wrap(line: string, width: number): string[] {
  const most = Math.max(1, Math.floor(width / letterWidth));
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const before = lines.at(-1);
    if (before !== undefined && before.length + 1 + word.length <= most) lines[lines.length - 1] = `${before} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function itemAt(matrix: number[], str: string, x: number, y: number, size: number, width: number): Item {
  const transform = Util.transform(matrix, [size, 0, 0, size, x, y]) as number[];
  return { str, dir: 'ltr', transform, width, height: 0, fontName: '', hasEOL: true };
}
