import type { EvidenceOptions } from '../../document-type/evidence-options.ts';
import type { Line } from '../../model/page.ts';
import type { Found } from './find-phrases.ts';

type Where = EvidenceOptions['where'];

/** Of each folded phrase, the first place of each kind where it stands. */
export type Places = ReadonlyMap<string, Partial<Record<Where, Found>>>;

/** Keeps the first of each kind, so that a phrase counts once however often it comes again. */
export function placesOf(all: readonly Found[], zone: ReadonlySet<Line>): Places {
  const places = new Map<string, Partial<Record<Where, Found>>>();
  for (const found of all) {
    const place = places.get(found.phrase) ?? {};
    places.set(found.phrase, place);
    place.anywhere ??= found;
    if (beginsLine(found)) place.line_start ??= found;
    if (found.words.every(({ line }) => zone.has(line))) place.title ??= found;
  }
  return places;
}

/** Words of a line that is set for itself; longer ones are running text, where any word may come first. */
const mostWords = 10;

function beginsLine({ words: [first] }: Found): boolean {
  return first !== undefined && first.first && first.line.words.length <= mostWords;
}
