import { labelFont } from '../../image/canvas.ts';
import type { Pen } from '../../image/canvas.ts';
import { outline } from './frame.ts';
import type { Frame, Stroke } from './frame.ts';

/** A paragraph of a column of text; `swatch` stands before it as the picture draws what it is about. */
export interface Paragraph {
  text: string;
  size: number;
  colour: string;
  bold?: boolean;
  swatch?: Stroke;
  /** Pixels of room above it. */
  above?: number;
}

interface SetLine extends Paragraph {
  x: number;
  /** Of its middle. */
  y: number;
  line: string;
  first: boolean;
}

/** Paragraphs broken into lines. */
export interface TextBlock {
  lines: SetLine[];
  height: number;
}

const swatchWidth = 26;
const lineHeight = 1.35;

/** Breaks paragraphs to a width in pixels. */
export function setText(pen: Pen, paragraphs: readonly Paragraph[], width: number): TextBlock {
  const lines: SetLine[] = [];
  let height = 0;
  for (const paragraph of paragraphs) {
    const { text, size, bold, swatch, above = 0 } = paragraph;
    const indent = swatch === undefined ? 0 : swatchWidth + 8;
    pen.font = labelFont(size, bold);
    height += above;
    broken(pen, plain(text), width - indent).forEach((line, index) => {
      lines.push({ ...paragraph, x: indent, y: height + (size * lineHeight) / 2, line, first: index === 0 });
      height += size * lineHeight;
    });
  }
  return { lines, height: Math.ceil(height) };
}

/** Writes a block with its top left at `x`, `y`; lines that would end below `bottom` are left out, and the last one says so. */
export function writeText(frame: Frame, { lines }: TextBlock, x: number, y: number, bottom: number): void {
  const { pen } = frame;
  const ends = (line: SetLine): number => y + line.y + (line.size * lineHeight) / 2;
  const fitting = lines.filter((line) => ends(line) <= bottom);
  const cut = fitting.length < lines.length;
  fitting.forEach((line, index) => {
    const isLast = cut && index === fitting.length - 1;
    pen.font = labelFont(line.size, line.bold);
    pen.fillStyle = line.colour;
    pen.textBaseline = 'middle';
    pen.fillText(isLast ? `… ${lines.length - fitting.length + 1} more lines; the command prints them all` : line.line, x + line.x, y + line.y);
    if (line.swatch !== undefined && line.first && !isLast)
      outline(frame, { x, y: y + line.y - line.size * 0.4, width: swatchWidth, height: line.size * 0.8 }, line.swatch);
  });
}

/** What comes from a document is drawn as one line of text. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function broken(pen: Pen, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => pieces(pen, long, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** A word that is longer than a line, such as a name without spaces, is cut. */
function pieces(pen: Pen, word: string, width: number): string[] {
  if (pen.measureText(word).width <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && pen.measureText(part + letter).width > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
