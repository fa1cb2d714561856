import type { Line, Page } from '../../model/page.ts';

/** No page for people has more lines, no line more words, no word more letters: what is beyond was made to keep somebody busy. */
const mostLines = 5_000;
const mostWords = 500;
const longestWord = 500;

/** The part of a page that its fields are looked for in. */
export function withinReason(page: Page): Page {
  if (page.lines.length <= mostLines && page.lines.every(isReasonable)) return page;
  return { ...page, lines: page.lines.slice(0, mostLines).map((line) => (isReasonable(line) ? line : cut(line))) };
}

function isReasonable({ words }: Line): boolean {
  return words.length <= mostWords && words.every(({ text }) => text.length <= longestWord);
}

function cut(line: Line): Line {
  const words = line.words
    .slice(0, mostWords)
    .map((word) => (word.text.length > longestWord ? { ...word, text: word.text.slice(0, longestWord) } : word));
  return { ...line, words, text: words.map(({ text }) => text).join(' ') };
}
