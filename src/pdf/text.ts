import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageMarks } from './actual-text.ts';
import { replaceMarked } from './replaced-text.ts';
import type { Item } from './replaced-text.ts';
import { hearWarnings } from './warnings.ts';
import type { ReaderWarnings } from './warnings.ts';

/** A run of characters that the file draws in one go, where it stands on the page as displayed. */
export interface TextRun {
  /** In logical order, without white space at its ends. */
  text: string;
  /** Start of the baseline in points from the top left of the displayed page. */
  x: number;
  y: number;
  /** Clockwise degrees in which it runs, -180 to 180. */
  angle: number;
  /** Length along the baseline, and height of the type, in points. */
  width: number;
  size: number;
  /** Parts of `size` that stand above and below the baseline. */
  ascent: number;
  descent: number;
  rtl: boolean;
  /** All characters are as wide. */
  monospaced: boolean;
  /** The file sets it apart from the run before it, by a space or a new line. */
  spaced: boolean;
}

export interface PageText {
  /** Points, as displayed. */
  width: number;
  height: number;
  rotation: number;
  /** In the order in which the file draws them. */
  runs: TextRun[];
  /** Characters that no text may hold, taken out. */
  dropped: number;
  warnings: ReaderWarnings;
}

interface Style {
  ascent: number;
  descent: number;
  vertical: boolean;
  fontFamily?: string;
}

/** Reads the text of a page in displayed coordinates: rotation, crop box and user unit are applied. */
export async function readPageText(page: PDFPageProxy, marksOf?: PageMarks): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const marks = marksOf === undefined || page.ref === null ? undefined : marksOf(page.ref.num);
  const { value: content, warnings } = await hearWarnings(() => page.getTextContent({ includeMarkedContent: marks !== undefined }));
  const items = marks === undefined ? (content.items as Item[]) : replaceMarked(content.items, marks);
  const { runs, dropped } = placeItems(items, content.styles, viewport.transform);
  return { width: viewport.width, height: viewport.height, rotation: viewport.rotation, runs, dropped, warnings };
}

/** Makes runs of pieces of text in the order drawn. `view` brings the coordinates of the file to the page as displayed. */
export function placeItems(
  items: readonly Item[],
  styles: Readonly<Record<string, Style>>,
  view: readonly number[],
): Pick<PageText, 'runs' | 'dropped'> {
  const runs: TextRun[] = [];
  let spaced = true;
  let dropped = 0;
  for (const item of items) {
    const clean = plain(item.str);
    dropped += item.str.length - clean.length;
    const text = clean.trim();
    if (text !== '') {
      runs.push(placeRun(trimmed(item, clean), text, view, styles[item.fontName], spaced || clean.startsWith(' ')));
      spaced = clean.endsWith(' ');
    } else if (item.width >= leastSpace * Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0)) spaced = true;
    spaced ||= item.hasEOL;
  }
  return { runs, dropped };
}

/** In heights of the type. pdf.js sees spaces from 0.102 on, where TeX only sets letters apart. */
const leastSpace = 0.13;

/** The item without the length of the spaces at its ends, each taken to be as long as the average character. */
function trimmed(item: Item, text: string): Item {
  const leading = text.length - text.trimStart().length;
  const trailing = text.length - text.trimEnd().length;
  if (leading + trailing === 0) return item;
  const each = item.width / text.length;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const along = Math.hypot(a, b) || 1;
  const shift = leading * each;
  return { ...item, width: item.width - (leading + trailing) * each, transform: [a, b, c, d, e + (shift * a) / along, f + (shift * b) / along] };
}

// eslint-disable-next-line no-control-regex -- these are what it takes out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

const spaces = /[^\S ]+/g;

/** Only spaces as white space, and no characters that cannot be shown. */
function plain(text: string): string {
  return text.replace(spaces, ' ').replace(controls, '');
}

function placeRun(item: Item, text: string, view: readonly number[], style: Style | undefined, spaced: boolean): TextRun {
  const [a, b, c, d, e, f] = multiply(view, item.transform);
  const vertical = style?.vertical === true;
  return {
    text,
    x: e,
    y: f,
    angle: vertical ? turn(angleOf(a, b), 90) : angleOf(a, b),
    width: (vertical ? item.height : item.width) * unitOf(view),
    size: Math.hypot(c, d) || Math.hypot(a, b),
    ...reachOf(vertical ? undefined : style, vertical ? 0.5 : 0.8, vertical ? 0.5 : 0.2),
    rtl: item.dir === 'rtl',
    monospaced: style?.fontFamily === 'monospace',
    spaced,
  };
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

function multiply(first: readonly number[], second: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = second;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Points of the displayed page for one unit of the file. */
function unitOf([a = 1, b = 0, c = 0, d = 1]: readonly number[]): number {
  return Math.sqrt(Math.abs(a * d - b * c)) || 1;
}

function reachOf(style: Style | undefined, ascent: number, descent: number): Pick<TextRun, 'ascent' | 'descent'> {
  return { ascent: within(style?.ascent, 0.6, 1, ascent), descent: within(style === undefined ? undefined : -style.descent, 0.1, 0.35, descent) };
}

function angleOf(dx: number, dy: number): number {
  if (Math.abs(dy) < 1e-6 * Math.abs(dx)) return dx < 0 ? 180 : 0;
  return (Math.atan2(dy, dx) * 180) / Math.PI;
}

function turn(angle: number, by: number): number {
  const turned = angle + by;
  return turned > 180 ? turned - 360 : turned;
}

function within(value: number | undefined, least: number, most: number, otherwise: number): number {
  if (value === undefined || !Number.isFinite(value) || value === 0) return otherwise;
  return Math.min(Math.max(value, least), most);
}
