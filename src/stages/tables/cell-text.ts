import type { InkWord } from './page-ink.ts';
import { textRows } from './text-rows.ts';

/** The words of a cell as text: its lines from top to bottom, joined by a space. */
export function cellText(words: readonly InkWord[]): string {
  return textRows(words)
    .flatMap((row) => row.words)
    .map((word) => word.text)
    .join(' ');
}
