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
    if (found.words[0]?.first === true) place.line_start ??= found;
    if (found.words.every(({ line }) => zone.has(line))) place.title ??= found;
  }
  return places;
}
