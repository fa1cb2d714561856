import type { DocumentTypeOptions } from '../../../document-type/document-type.ts';
import type { Line, Page } from '../../../model/page.ts';
import type { Assignment } from '../labels/assign.ts';
import type { Binding, PageLabels } from '../labels/bind.ts';
import { foldedPhrase, foldedTokens } from '../labels/folded-tokens.ts';
import { isApart } from '../labels/page-segments.ts';
import { readIdentifier } from '../labels/read-identifier.ts';
import type { ValueIndex } from '../labels/value-index.ts';

/** The line that names the document, and the last word that does. */
export interface TitleLine {
  page: number;
  line: number;
  word: number;
}

/** How many words may stand before the word that names the document: "Commercial tax invoice". */
const mostBefore = 4;

/** The line that names the document, whose number and date it often gives too: "Rechnung Nr. 17 vom 3. Mai"; of several the largest, then the first. */
export function titleLineOf(pages: readonly Page[], { evidence }: DocumentTypeOptions): TitleLine | undefined {
  const names = evidence
    .filter(({ where, weight }) => where === 'title' && weight > 0)
    .flatMap(({ phrases }) =>
      Object.values(phrases ?? {})
        .flat()
        .map(foldedPhrase),
    );
  let best: TitleLine | undefined;
  let size = 0;
  for (const { page, lines } of pages.slice(0, 1)) {
    lines.forEach((line, at) => {
      const word = line.size > size ? titleWord(line, names) : undefined;
      if (word === undefined) return;
      best = { page, line: at, word };
      size = line.size;
    });
  }
  return best;
}

/** The word that ends the title, within the first words of a part of the line. In some languages it is the end of a longer one: "Handelsrechnung". */
function titleWord({ words }: Line, names: readonly string[]): number | undefined {
  const starts = words.flatMap((word, at) => (at === 0 || isApart(words[at - 1], word) ? [at] : []));
  for (const start of starts) {
    let key = '';
    for (const { text, word } of foldedTokens(words.slice(start, start + mostBefore))) {
      key += text;
      if (names.some((name) => key.endsWith(name) || key === `${name}s`)) return start + word;
    }
  }
  return undefined;
}

/** The number right behind the title, or alone in the next part of its line: "Invoice 17". */
export function numberBehindTitle(title: TitleLine | undefined, { map }: PageLabels, values: ValueIndex): Assignment[] {
  const own = title && map.segmentAt(title.line, title.word);
  if (title === undefined || own === undefined) return [];
  const place = title.word + 1 < own.to ? { ...own, from: title.word + 1 } : map.rightOf(own.box)[0];
  const line = place && map.page.lines[place.line];
  if (place === undefined || line === undefined) return [];
  if (place.from >= own.to && place.to - place.from > 1) return [];
  const reading = readIdentifier({ ...place, offset: 0 }, line, values.in(place));
  return reading?.words[0] === place.from ? [{ field: 'invoice_number', reading, score: behindTitle }] : [];
}

/** How sure a number is that nothing but the title stands before. */
const behindTitle = 0.75;

const byTitle = new Set(['invoice_number', 'invoice_date']);
/** How sure number and date are that follow the title in its line. */
const inTitle = 0.85;

/** In the line that names the document, "No. 17 of 3 May" means its own number and day. */
export function besideTitle(binding: Binding, title: TitleLine | undefined): Binding {
  const { field, hit, relation, score } = binding;
  if (!byTitle.has(field) || relation === 'below' || hit.page !== title?.page || hit.line !== title.line) return binding;
  return { ...binding, score: Math.max(score, inTitle) };
}
