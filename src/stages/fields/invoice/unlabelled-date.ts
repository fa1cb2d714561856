import type { Assignment } from '../labels/assign.ts';
import { sharesWords } from '../labels/reading.ts';
import type { ReaderSource } from '../reader.ts';
import type { TitleLine } from './title-line.ts';

/** How sure a date without a label is the day of issue: beside the title, in the head of a letter. */
const worth = { beside: 0.7, alone: 0.55 };
/** Words around it, such as the place: "Springfield, May 3, 2024". More make a sentence. */
const mostAround = 3;
/** The head of a letter ends here, as a part of the page's height. */
const headEnd = 0.5;

/** The first date in the head of the first page that no label has claimed: letters are dated without a word. */
export function unlabelledDate(
  { document, candidates }: ReaderSource,
  labelled: readonly Assignment[],
  title: TitleLine | undefined,
): Assignment | undefined {
  const [page] = document.pages;
  if (page === undefined) return undefined;
  const free = candidates.filter((date) => {
    if (date.kind !== 'date' || date.page !== page.page || date.box[1] > headEnd * page.height) return false;
    return !labelled.some(({ reading }) => sharesWords(reading, date));
  });
  const beside = free.find(({ line }) => line === title?.line);
  if (beside !== undefined) return { field: 'invoice_date', reading: beside, score: worth.beside };
  const alone = free.find(({ line, words: [from, to] }) => {
    const around = page.lines[line]?.words.filter((word, at) => (at < from || at >= to) && /\p{L}/u.test(word.text)) ?? [];
    return around.length <= mostAround;
  });
  return alone && { field: 'invoice_date', reading: alone, score: worth.alone };
}
