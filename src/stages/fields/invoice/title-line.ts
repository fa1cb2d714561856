import type { DocumentTypeOptions } from '../../../document-type/document-type.ts';
import type { Line, Page } from '../../../model/page.ts';
import type { Binding } from '../labels/bind.ts';
import { foldedPhrase, foldedTokens } from '../labels/folded-tokens.ts';

/** A line by its page and its place there. */
export interface TitleLine {
  page: number;
  line: number;
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
  const [page] = pages;
  let best: (TitleLine & { size: number }) | undefined;
  page?.lines.forEach((line, at) => {
    if (line.size > (best?.size ?? 0) && isTitle(line, names)) best = { page: page.page, line: at, size: line.size };
  });
  return best;
}

/** In some languages the word is the end of a longer one: "Handelsrechnung". */
function isTitle({ words }: Line, names: readonly string[]): boolean {
  let key = '';
  return foldedTokens(words.slice(0, mostBefore)).some(({ text }) => {
    key += text;
    return names.some((name) => key.endsWith(name) || key === `${name}s`);
  });
}

const byTitle = new Set(['invoice_number', 'invoice_date']);
/** How sure number and date are that follow the title in its line. */
const inTitle = 0.85;

/** In the line that names the document, "No. 17 of 3 May" means its own number and day. */
export function besideTitle(binding: Binding, title: TitleLine | undefined): Binding {
  const { field, hit, relation, score } = binding;
  if (!byTitle.has(field) || relation === 'below' || hit.page !== title?.page || hit.line !== title.line) return binding;
  return { ...binding, score: Math.max(score, inTitle) };
}
