import type { InkWord } from './page-ink.ts';

/** The words of a cell as text: its lines from top to bottom, joined by a space. */
export function cellText(words: readonly InkWord[]): string {
  const rows: InkWord[][] = [];
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && middle(word) < first.box[3] && middle(word) > first.box[1]) row.push(word);
    else rows.push([word]);
  }
  return rows
    .flatMap((row) => row.sort((a, b) => a.box[0] - b.box[0]))
    .map((word) => word.text)
    .join(' ');
}

function middle({ box }: InkWord): number {
  return (box[1] + box[3]) / 2;
}
