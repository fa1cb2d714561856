import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import type { Document } from '../../model/document.ts';
import type { TypeEvidence } from '../../model/field.ts';
import type { Page } from '../../model/page.ts';
import type { Scored } from './decide.ts';
import { findPhrases } from './find-phrases.ts';
import { measure } from './measure.ts';
import { placesOf } from './places.ts';
import type { Places } from './places.ts';
import { rulesOf } from './rules.ts';
import type { Rule } from './rules.ts';
import { titleZone } from './title-zone.ts';
import { writtenPage } from './written-page.ts';

/** What speaks for each type and against it. Takes time by the words of a few pages, however many types, phrases and pages there are. */
export function weigh(document: Document, types: readonly DocumentTypeOptions[]): Scored[] {
  const { types: ready, tree } = rulesOf(types);
  const pages = lookedAt(document.pages);
  const found = pages.map(writtenPage).flatMap((written) => findPhrases(written, tree));
  const places = placesOf(found, titleZone(pages));
  return ready.map(({ name, rules }) => ({ name, evidence: rules.flatMap((rule) => evidenceOf(rule, document, pages, places)) }));
}

/** The first pages say what a document is; the last one is where it is signed. More would only add chance finds. */
function lookedAt(pages: readonly Page[]): Page[] {
  const written = pages.filter(({ lines }) => lines.length > 0);
  return [...written.slice(0, firstPages), ...written.slice(firstPages).slice(-1)];
}

const firstPages = 4;

function evidenceOf({ name: rule, options, phrases }: Rule, document: Document, pages: readonly Page[], places: Places): TypeEvidence[] {
  const { structure, where, up_to, weight, at_least = -Infinity, at_most = Infinity } = options;
  if (structure !== undefined) {
    const { value, at } = measure(structure, document, pages);
    return value >= at_least && value <= at_most ? [{ rule, weight, ...at }] : [];
  }
  return phrases
    .flatMap((phrase) => places.get(phrase)?.[where] ?? [])
    .slice(0, up_to)
    .map(({ page, box }) => ({ rule, weight, page, bbox: box }));
}
