import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import { typeNamed } from '../../document-type/shared-fields.ts';
import { checkTogether } from '../../fields/consistency.ts';
import { inOrder } from '../../fields/in-order.ts';
import { settle } from '../../fields/settle.ts';
import { roundedConfidence } from '../../model/confidence.ts';
import type { DocumentPatch } from '../../model/document.ts';
import type { Field } from '../../model/field.ts';
import type { ConfigOf, StageRun } from '../../model/stage.ts';
import { applyTemplates } from '../../templates/apply-templates.ts';
import type { Template } from '../../templates/template-options.ts';
import { trialNote } from '../../templates/trial-note.ts';
import { findCandidates } from '../../values/find-candidates.ts';
import { localeOf } from '../../values/locale-of.ts';
import { codeFields } from './codes/code-fields.ts';
import { differences, strangeAccounts } from './differences.ts';
import { formFields } from './form/form-fields.ts';
import { readers } from './readers.ts';
import { readingType } from './reading-type.ts';
import type { spec } from './spec.ts';
import { withinReason } from './within-reason.ts';

/** Names of files have become what the files say. */
type Config = Omit<ConfigOf<typeof spec>, 'types' | 'templates'> & { types: readonly DocumentTypeOptions[]; templates: readonly Template[] };

/** Asks everything that may know what a document says, and lets the most trusted have the last word. */
export const run: StageRun<Config> = ({ document: whole, config: { types, templates, e_invoice }, note }): DocumentPatch => {
  const document = { ...whole, pages: whole.pages.map(withinReason) };
  const locale = localeOf(document);
  const { matched, tried, findings } = applyTemplates(templates, document, locale);
  for (const trial of tried) note?.(trialNote(trial));
  const reading = readingType(document.type, matched);
  const type = typeNamed(types, reading.name);
  const electronic = e_invoice === 'use' ? document.fields : [];
  const codes = codeFields(document);
  const candidates = document.pages.flatMap((page) => findCandidates(page, locale));
  const visible = settle([
    codes,
    formFields(document.form, type, locale),
    matched?.fields ?? [],
    type === undefined ? [] : readers[type.reader]({ document, type, locale, candidates }).map((field) => trusted(field, reading.trust)),
  ]);
  const all = [...findings, ...reading.findings, ...differences(electronic, visible), ...strangeAccounts(codes, candidates)];
  return {
    ...(reading.better && { type: reading.better }),
    fields: inOrder(checkTogether(withTotal(settle([electronic, visible]), type)), type),
    ...(all.length > 0 && { findings: all }),
  };
};

function trusted(field: Field, trust: number): Field {
  return trust === 1 ? field : { ...field, confidence: roundedConfidence(trust * field.confidence) };
}

/** A payment code says what is to be paid; where nothing else says what it comes to, nothing was paid before. */
function withTotal(fields: readonly Field[], type: DocumentTypeOptions | undefined): readonly Field[] {
  const due = fields.find(({ name, by }) => name === 'amount_due' && by.startsWith('code/'));
  if (due === undefined || type?.fields['total'] === undefined || fields.some(({ name }) => name === 'total')) return fields;
  return [...fields, { ...due, name: 'total', confidence: nothingPaid * due.confidence }];
}

const nothingPaid = 0.7;
