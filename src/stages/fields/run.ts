import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import { checkTogether } from '../../fields/consistency.ts';
import { typeNamed } from '../../document-type/shared-fields.ts';
import { settle } from '../../fields/settle.ts';
import type { Document, DocumentPatch } from '../../model/document.ts';
import type { DocumentType, Field } from '../../model/field.ts';
import type { ConfigOf, StageRun } from '../../model/stage.ts';
import { applyTemplates } from '../../templates/apply-templates.ts';
import type { MatchedTemplate } from '../../templates/apply-templates.ts';
import type { Template } from '../../templates/template-options.ts';
import type { Locale } from '../../values/candidate.ts';
import { findCandidates } from '../../values/find-candidates.ts';
import { localeOf } from '../../values/locale-of.ts';
import { codeFields } from './codes/code-fields.ts';
import { differences } from './differences.ts';
import { formFields } from './form/form-fields.ts';
import { readers } from './readers.ts';
import type { spec } from './spec.ts';

/** Names of files have become what the files say. */
type Config = Omit<ConfigOf<typeof spec>, 'types' | 'templates'> & { types: readonly DocumentTypeOptions[]; templates: readonly Template[] };

/** Asks everything that may know what a document says, and lets the most trusted have the last word. */
export const run: StageRun<Config> = ({ document, config: { types, templates, e_invoice } }): DocumentPatch => {
  const locale = localeOf(document);
  const { matched, findings } = applyTemplates(templates, document, locale);
  const known = matched === undefined ? document.type : typeBy(matched, document.type);
  const type = typeNamed(types, known?.name);
  const electronic = e_invoice === 'use' ? document.fields : [];
  const visible = settle([
    codeFields(document),
    ...(type === undefined ? [] : [formFields(document.form, type, locale)]),
    matched?.fields ?? [],
    ...(type === undefined ? [] : [readPages(document, type, locale)]),
  ]);
  const all = [...findings, ...differences(electronic, visible)];
  return {
    ...(known !== undefined && known !== document.type && { type: known }),
    fields: inOrder(checkTogether(settle([electronic, visible])), type),
    ...(all.length > 0 && { findings: all }),
  };
};

/** Who has written a template for a document knows what it is; only an electronic invoice knows better. */
function typeBy({ name, type }: MatchedTemplate, before: DocumentType | undefined): DocumentType | undefined {
  if (type === undefined || before?.name === type || before?.evidence.some(({ rule }) => rule.startsWith('einvoice/'))) return before;
  return {
    name: type,
    confidence: certain,
    evidence: [{ rule: `template/${name}`, weight: 1 }],
    alternatives: before === undefined ? [] : [{ name: before.name, confidence: before.confidence }],
  };
}

/** All keywords of the template are there. */
const certain = 0.99;

function readPages(document: Document, type: DocumentTypeOptions, locale: Locale): Field[] {
  const candidates = document.pages.flatMap((page) => findCandidates(page, locale));
  return readers[type.reader]({ document, type, locale, candidates });
}

/** Names as the type lists them, those that it does not list at the end. */
function inOrder(fields: readonly Field[], type: DocumentTypeOptions | undefined): Field[] {
  const names = Object.keys(type?.fields ?? {});
  const place = ({ name }: Field): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return fields.toSorted((a, b) => place(a) - place(b));
}
