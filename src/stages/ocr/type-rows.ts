import type { Box } from '../../model/page.ts';

/** In heights of a letter, to the next. */
const widestGap = 1;
/** Letters in rows, each put to the row that it follows most closely. */
export function typeRows(letters: readonly Box[]): Box[][] {
  const rows: { letters: Box[]; last: Box }[] = [];
  for (const letter of [...letters].sort((a, b) => a[0] - b[0])) {
    const [row] = rows.filter(({ last }) => follows(last, letter)).sort((a, b) => b.last[2] - a.last[2]);
    if (row === undefined) rows.push({ letters: [letter], last: letter });
    else {
      row.letters.push(letter);
      row.last = letter;
    }
  }
  return rows.map((row) => row.letters);
}

function follows(before: Box, letter: Box): boolean {
  const [a, b] = [before[3] - before[1], letter[3] - letter[1]];
  const shared = Math.min(before[3], letter[3]) - Math.max(before[1], letter[1]);
  return letter[0] - before[2] <= widestGap * Math.max(a, b) && shared >= 0.5 * Math.min(a, b) && Math.max(a, b) <= 3 * Math.min(a, b);
}
