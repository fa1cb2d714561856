import type { Line } from '../../src/model/page.ts';

/** F1 of the words that were read against those that are written, in any order. */
export function wordAgreement(written: readonly string[], lines: readonly Line[]): number {
  const left = [...written];
  const read = lines.flatMap((line) => line.words.map(({ text }) => text));
  const right = read.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * right.length) / (written.length + read.length);
}
