import { judgeWords } from '../../language/sane-words.ts';
import type { Line } from '../../model/page.ts';

/** Words of a line for it to be judged alone. */
const enoughWords = 3;
/** Share of its words that make sense, below which a line is garbled. Formulas that read so are few on a page. */
const leastSane = 0.5;
/** Share of the words of the page that such lines must hold to be more than formulas and codes. */
const leastOfPage = 0.1;

/** Lines of a page that cannot be trusted although the page as a whole can: some of its fonts say nothing of what their glyphs mean. */
export function garbledLines(lines: readonly Line[]): Line[] {
  let [all, garbled] = [0, 0];
  const found = lines.filter(({ text }) => {
    const { words, sane } = judgeWords(text);
    all += words;
    if (words < enoughWords || sane >= leastSane * words) return false;
    garbled += words;
    return true;
  });
  return garbled >= leastOfPage * all ? found : [];
}
