import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import { settle } from '../../fields/settle.ts';
import type { Document, DocumentPatch } from '../../model/document.ts';
import type { Field } from '../../model/field.ts';
import type { ConfigOf, StageRun } from '../../model/stage.ts';
import type { Locale } from '../../values/candidate.ts';
import { findCandidates } from '../../values/find-candidates.ts';
import { localeOf } from '../../values/locale-of.ts';
import { codeFields } from './codes/code-fields.ts';
import { differences } from './differences.ts';
import { formFields } from './form/form-fields.ts';
import { readers } from './readers.ts';
import type { spec } from './spec.ts';

/** Names of files have become what the files say. */
type Config = Omit<ConfigOf<typeof spec>, 'types'> & { types: readonly DocumentTypeOptions[] };

/** Asks everything that may know what a document says, and lets the most trusted have the last word. */
export const run: StageRun<Config> = ({ document, config: { types, e_invoice } }): DocumentPatch => {
  const locale = localeOf(document);
  const type = types.find(({ name }) => name === document.type?.name);
  const electronic = e_invoice === 'use' ? document.fields : [];
  const visible = settle([
    codeFields(document),
    ...(type === undefined ? [] : [formFields(document.form, type, locale), readPages(document, type, locale)]),
  ]);
  const findings = differences(electronic, visible);
  return { fields: inOrder(settle([electronic, visible]), type), ...(findings.length > 0 && { findings }) };
};

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
