import type { Box } from '../model/page.ts';

/** A box in whole points, of one width for most pages, so that boxes of several lines stand below each other. */
export function boxText(box: Box): string {
  return `[${box.map((value) => String(Math.round(value)).padStart(3)).join(' ')}]`;
}
