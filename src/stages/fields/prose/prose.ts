import { unionOf } from '../../../model/box.ts';
import type { Document } from '../../../model/document.ts';
import { firstPlace } from '../../../model/first-place.ts';
import type { Box, Line, Page, Word } from '../../../model/page.ts';
import { foldProse } from './fold.ts';

/** Running text of a document: sentences go on over the ends of lines and pages. */
export interface Prose {
  /** As it stands: words parted by a space, lines by a line feed. */
  text: string;
  /** The same, folded, place for place; a line ends with a space there. */
  folded: string;
  words: readonly ProseWord[];
  lines: readonly ProseLine[];
}

export interface ProseWord {
  start: number;
  end: number;
  page: number;
  box: Box;
}

export interface ProseLine {
  start: number;
  end: number;
  page: number;
  line: Line;
}

/** What stands from one place of the prose to another. */
export interface Passage {
  raw: string;
  /** Where it begins, and the box of what stands on that page. */
  page: number;
  bbox: Box;
}

/** Joins what is read from left to right; running heads and feet would stand in the middle of a sentence. */
export function proseOf(document: Document): Prose {
  const words: ProseWord[] = [];
  const lines: ProseLine[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const page of document.pages) {
    for (const line of bodyLines(page)) {
      const start = length;
      for (const { text, box } of line.words) {
        words.push({ start: length, end: length + text.length, page: page.page, box });
        parts.push(text, ' ');
        length += text.length + 1;
      }
      parts[parts.length - 1] = '\n';
      lines.push({ start, end: length - 1, page: page.page, line });
    }
  }
  const text = parts.join('');
  return { text, folded: foldProse(text), words, lines };
}

/** The words that a span touches, as they stand; `undefined` where there are none. */
export function passageAt(prose: Prose, start: number, end: number): Passage | undefined {
  const { words } = prose;
  const from = firstPlace(words.length, (at) => words[at]!.end > start);
  const touched = words.slice(
    from,
    firstPlace(words.length, (at) => words[at]!.start >= end),
  );
  const [first] = touched;
  if (first === undefined) return undefined;
  const raw = prose.text.slice(start, end).replaceAll('\n', ' ').trim();
  return { raw, page: first.page, bbox: unionOf(touched.filter(({ page }) => page === first.page).map(({ box }) => box)) };
}

/** The line that a place of the prose is in. */
export function lineAt({ lines }: Prose, place: number): ProseLine | undefined {
  return lines[firstPlace(lines.length, (at) => lines[at]!.end > place)];
}

function bodyLines(page: Page): Line[] {
  const lines = page.lines.filter(({ furniture, angle = 0, words }) => furniture === undefined && angle === 0 && words.some(hasText));
  return lines.filter((line, at) => !((at === 0 || at === lines.length - 1) && isPageNumber(line)));
}

function hasText({ text }: Word): boolean {
  return text !== '';
}

/** On pages too few to tell running feet by, a number alone at the edge is one all the same. */
function isPageNumber({ text }: Line): boolean {
  return /^[-–—\s]{0,3}\d{1,4}[-–—\s]{0,3}$/.test(text);
}
