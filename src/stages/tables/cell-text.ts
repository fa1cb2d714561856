import type { InkWord } from './page-ink.ts';
import { textRows } from './text-rows.ts';
import { mainQuarter, turnBox } from './turned.ts';

/** A word is broken here; in narrow cells this is mostly a hyphen of its own, so that it stays. */
const broken = /\p{L}[-\u2010\u00ad]$/u;

/** The words of a cell as text: its lines in reading order, joined by a space; words that are set upright, as heads may be, in their own order. */
export function cellText(words: readonly InkWord[]): string {
  const quarter = mainQuarter(words);
  const level = quarter === 0 ? words : words.map((word) => ({ ...word, box: turnBox(word.box, quarter, { width: 0, height: 0 }) }));
  let text = '';
  for (const row of textRows(level)) {
    const line = row.words.map((word) => word.text).join(' ');
    const joins = broken.test(text) && /^\p{Ll}/u.test(line);
    text += text === '' || joins ? line : ` ${line}`;
  }
  return text;
}
