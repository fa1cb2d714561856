import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import type { Model } from '../../learning/model-options.ts';
import type { Document } from '../../model/document.ts';
import type { DocumentType } from '../../model/field.ts';
import { decide } from './decide.ts';
import type { Scored } from './decide.ts';
import { modelEvidence } from './model-evidence.ts';
import { weigh } from './weigh.ts';

/** Tells what a document is by what its types and a learned model say of it. */
export function classify(document: Document, types: readonly DocumentTypeOptions[], model?: Model): DocumentType {
  return decide(together(weigh(document, types), model === undefined ? [] : modelEvidence(model, document)));
}

/** A learned label is a type of that name, also where no file describes one. */
function together(scored: readonly Scored[], learned: readonly Scored[]): Scored[] {
  const all = new Map(scored.map((each) => [each.name, each.evidence]));
  for (const { name, evidence } of learned) all.set(name, [...evidence, ...(all.get(name) ?? [])]);
  return [...all].map(([name, evidence]) => ({ name, evidence }));
}
