import { unionOf } from '../model/box.ts';
import { firstPlace } from '../model/first-place.ts';
import type { Box, Page, Word } from '../model/page.ts';
import { layoutOf } from '../layout/layout-text.ts';
import type { Span } from './matching.ts';
import { longestText } from './matching.ts';
import type { TemplateArea } from './template-options.ts';

/** A text that patterns are held against, and where it comes from. */
export interface TemplateText {
  text: string;
  /** Words of the pages and where they stand in the text before it was changed, in its order. */
  words: readonly PlacedOnPage[];
  /** For each character what it was made of, in the text before it was changed; absent when nothing was. */
  origins?: { from: Uint32Array; to: Uint32Array };
  /** Some of the document did not find room. */
  cut: boolean;
}

interface PlacedOnPage {
  page: number;
  box: Box;
  from: number;
  to: number;
}

/** Where a piece of text stands: the first of its pages, when it goes on over several. */
export interface Place {
  page: number;
  box: Box;
}

/** As `pdftotext` parts pages. */
const pageBreak = '\n\f';

/** The layout of all pages, or of an area of some, one after the other. Blanks of all widths are plain ones, so that patterns need not know them. */
export function templateText(pages: readonly Page[], area?: TemplateArea): TemplateText {
  const words: PlacedOnPage[] = [];
  const texts: string[] = [];
  let start = 0;
  for (const page of pages) {
    if (area !== undefined && (page.page < area.f || page.page > (area.l ?? Infinity))) continue;
    const layout = layoutOf(area === undefined ? page : cropped(page, area));
    for (const { word, from, to } of layout.words) words.push({ page: page.page, box: word.box, from: from + start, to: to + start });
    texts.push(layout.text);
    start += layout.text.length + pageBreak.length;
  }
  const text = texts.join(pageBreak).replace(/\p{Zs}/gu, ' ');
  return { text: text.slice(0, longestText), words, cut: text.length > longestText };
}

/** The page and the box of the words that a piece of the text was read from; undefined where no word stands. */
export function placeOf({ words, origins }: TemplateText, [from, to]: Span): Place | undefined {
  if (to <= from) return undefined;
  const [start = 0, end = 0] = origins === undefined ? [from, to] : [origins.from[from], origins.to[to - 1]];
  const first = firstPlace(words.length, (at) => words[at]!.to > start);
  const behind = firstPlace(words.length, (at) => words[at]!.from >= end);
  return together(words.slice(first, behind));
}

/** One box around several places of a page; those on other pages than the first are left out. */
export function together(places: readonly Place[]): Place | undefined {
  const [first] = places;
  if (first === undefined) return undefined;
  const boxes = places.filter(({ page }) => page === first.page).map(({ box }) => box);
  return { page: first.page, box: unionOf(boxes) };
}

function cropped({ lines }: Page, { x, y, W, H, r }: TemplateArea): Pick<Page, 'lines'> {
  const [left, top, right, bottom] = [x, y, x + W, y + H].map((pixels) => (pixels * 72) / r) as [number, number, number, number];
  const inside = ({ box }: Word): boolean => {
    const [middle, height] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    return middle >= left && middle <= right && height >= top && height <= bottom;
  };
  return { lines: lines.map((line) => ({ ...line, words: line.words.filter(inside) })).filter(({ words }) => words.length > 0) };
}
