import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import type { EvidenceOptions } from '../../document-type/evidence-options.ts';
import type { Document } from '../../model/document.ts';
import type { DocumentType, TypeEvidence } from '../../model/field.ts';
import type { Page } from '../../model/page.ts';
import { decide } from './decide.ts';
import type { Scored } from './decide.ts';
import { findPhrases } from './find-phrases.ts';
import { foldedPhrase } from './folded.ts';
import { measure } from './measure.ts';
import { phraseTree } from './phrase-tree.ts';
import { placesOf } from './places.ts';
import type { Places } from './places.ts';
import { titleZone } from './title-zone.ts';
import { writtenPage } from './written-page.ts';

/** Weighs everything that the types call evidence against what the document shows. */
export function classify(document: Document, types: readonly DocumentTypeOptions[]): DocumentType {
  return decide(weigh(document, types));
}

/** The evidence there is for and against each type. */
export function weigh(document: Document, types: readonly DocumentTypeOptions[]): Scored[] {
  const pages = lookedAt(document.pages);
  const tree = phraseTree(types.flatMap(({ evidence }) => evidence.flatMap((of) => Object.values(of.phrases ?? {}).flat())));
  const zone = titleZone(pages);
  const places = placesOf(
    pages.map((page) => writtenPage(page)).flatMap((written) => findPhrases(written, tree).map((found) => ({ written, found }))),
    zone,
  );
  return types.map(({ name, evidence }) => ({
    name,
    evidence: evidence.flatMap((options) => told(name, options, document, pages, places)),
  }));
}

/** The first pages say what a document is; the last one is where it is signed. More would only add chance finds. */
function lookedAt(pages: readonly Page[]): Page[] {
  const written = pages.filter(({ lines }) => lines.length > 0);
  return [...written.slice(0, firstPages), ...written.slice(firstPages).slice(-1)];
}

const firstPages = 4;

function told(type: string, options: EvidenceOptions, document: Document, pages: readonly Page[], places: Places): TypeEvidence[] {
  const rule = `${type}/${options.rule}`;
  const { phrases, structure, where, up_to, weight, at_least = -Infinity, at_most = Infinity } = options;
  if (structure !== undefined) {
    const { value, page, box } = measure(structure, document, pages);
    return value >= at_least && value <= at_most ? [{ rule, weight, ...(page !== undefined && { page }), ...(box && { bbox: box }) }] : [];
  }
  const found = Object.values(phrases ?? {})
    .flat()
    .map(foldedPhrase);
  return [...new Set(found)]
    .flatMap((phrase) => places.get(phrase)?.[where] ?? [])
    .slice(0, up_to)
    .map(({ page, box }) => ({ rule, weight, page, bbox: box }));
}
