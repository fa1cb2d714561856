import { firstPlace } from '../../../model/first-place.ts';
import type { Box, Page } from '../../../model/page.ts';
import type { Segment } from './page-segments.ts';
import { segmentsOf } from './page-segments.ts';

/** What counts as the same row, as a share of the lower one's height. */
const rowOverlap = 0.4;
/** Most segments that one look around gives: pages that crowd more into a row are no documents for people. */
const mostSeen = 60;

/** Where the parts of a page stand, so that what is right of or below a label is found without looking at all of them. */
export class PageMap {
  readonly page: Page;
  /** From top to bottom. */
  readonly segments: readonly Segment[];
  readonly #tallest: number;
  readonly #byWord = new Map<string, Segment>();

  constructor(page: Page) {
    this.page = page;
    this.segments = segmentsOf(page);
    this.#tallest = Math.max(0, ...this.segments.map(({ box }) => box[3] - box[1]));
    for (const segment of this.segments)
      for (let word = segment.from; word < segment.to; word++) this.#byWord.set(`${segment.line}:${word}`, segment);
  }

  /** The segment that a word belongs to; none of rotated lines. */
  segmentAt(line: number, word: number): Segment | undefined {
    return this.#byWord.get(`${line}:${word}`);
  }

  /** Segments of the same row that begin right of a box, from left to right. */
  rightOf(box: Box): Segment[] {
    return this.rowsBetween(box[1] - this.#tallest, box[3])
      .filter((segment) => segment.box[0] >= box[2] - 1 && sameRow(segment.box, box))
      .sort((a, b) => a.box[0] - b.box[0])
      .slice(0, mostSeen);
  }

  /** Segments that begin at most `reach` points below a box and share some of its width, the nearest first. */
  below(box: Box, reach: number): Segment[] {
    const slack = 0.3 * (box[3] - box[1]);
    return this.rowsBetween(box[3] - slack, box[3] + reach)
      .filter(({ box: [x0, , x1] }) => Math.min(x1, box[2]) > Math.max(x0, box[0]))
      .slice(0, mostSeen);
  }

  /** Segments whose tops lie between two heights, from top to bottom. */
  rowsBetween(top: number, bottom: number): Segment[] {
    const { segments } = this;
    return segments.slice(
      firstPlace(segments.length, (at) => segments[at]!.box[1] >= top),
      firstPlace(segments.length, (at) => segments[at]!.box[1] > bottom),
    );
  }
}

/** Whether two boxes stand side by side. */
export function sameRow(a: Box, b: Box): boolean {
  return Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > rowOverlap * Math.min(a[3] - a[1], b[3] - b[1]);
}
