import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import type { Model } from '../../learning/model-options.ts';
import type { Document } from '../../model/document.ts';
import type { DocumentType, TypeEvidence } from '../../model/field.ts';
import type { Note } from '../../model/note.ts';
import { decide } from './decide.ts';
import type { Scored } from './decide.ts';
import { modelEvidence } from './model-evidence.ts';
import { weigh } from './weigh.ts';

/** What there is to choose from. */
export interface Choice {
  types: readonly DocumentTypeOptions[];
  model?: Model;
}

/** Tells what a document is by what its types and a learned model say of it. Asked why, it tells what spoke for those that it was not taken for, too. */
export function classify(document: Document, { types, model }: Choice, note?: (note: Omit<Note, 'stage'>) => void): DocumentType {
  const scored = together(weigh(document, types), model === undefined ? [] : modelEvidence(model, document));
  const type = decide(scored);
  if (note !== undefined) for (const { name, evidence } of scored) for (const each of evidence) note(noteOf(each, name === type.name));
  return type;
}

/** A learned label is a type of that name, also where no file describes one. */
function together(scored: readonly Scored[], learned: readonly Scored[]): Scored[] {
  const all = new Map(scored.map((each) => [each.name, each.evidence]));
  for (const { name, evidence } of learned) all.set(name, [...evidence, ...(all.get(name) ?? [])]);
  return [...all].map(([name, evidence]) => ({ name, evidence }));
}

function noteOf({ rule, weight, page }: TypeEvidence, accepted: boolean): Omit<Note, 'stage'> {
  return { kind: 'evidence', rule, accepted, detail: `weight ${String(weight)}${page === undefined ? '' : `, page ${String(page)}`}` };
}
