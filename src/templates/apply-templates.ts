import type { Document } from '../model/document.ts';
import type { Field } from '../model/field.ts';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../values/candidate.ts';
import { changed } from './change-text.ts';
import { Matching, MatchingExhausted } from './matching.ts';
import { readFields } from './read-fields.ts';
import { requiredFields } from './required-fields.ts';
import type { Template } from './template-options.ts';
import { templateText } from './template-text.ts';
import type { TemplateText } from './template-text.ts';

/** How a template was held against a document. */
export interface Trial {
  name: string;
  /** Whether all keywords are there and no excluded one is. */
  matched: boolean;
  missing_keywords: readonly string[];
  /** The excluded keyword that is there. */
  excluded_by?: string;
  /** It matched, and this one is preferred. */
  outranked_by?: string;
}

/** The template that a document was read by. */
export interface MatchedTemplate {
  name: string;
  /** The document type that it stands for. */
  type?: string;
  fields: Field[];
}

export interface Applied {
  matched?: MatchedTemplate;
  /** In the order in which templates are preferred. */
  tried: readonly Trial[];
  findings: Finding[];
}

/**
 * Reads a document by the best template that matches it: all keywords are there, no excluded one is, the highest priority, the first of several such.
 * Never throws for what a document holds; what went wrong is a finding.
 */
export function applyTemplates(templates: readonly Template[], { pages }: Pick<Document, 'pages'>, locale: Locale): Applied {
  if (templates.length === 0) return { tried: [], findings: [] };
  const text = templateText(pages);
  const matching = new Matching();
  const findings: Finding[] = text.cut
    ? [finding('template.text-cut', 'The document has more text than templates are held against; the rest was left out')]
    : [];
  const tried: Trial[] = [];
  try {
    const trials = templates.toSorted((a, b) => b.priority - a.priority).map((template) => tryTemplate(template, text, matching));
    const best = trials.find(({ trial }) => trial.matched);
    tried.push(
      ...trials.map(({ trial }) =>
        trial.matched && best !== undefined && trial !== best.trial ? { ...trial, outranked_by: best.trial.name } : trial,
      ),
    );
    if (best === undefined) return { tried, findings };
    const { template, prepared } = best;
    const { name } = template;
    const { fields, doubts } = readFields(
      { template, pages, text: prepared, matching, notation: notationOf(template, locale), misread: [] },
      `template/${name}`,
    );
    const missing = requiredFields(template).filter((required) => !fields.some((field) => field.name === required));
    if (missing.length > 0) findings.push(finding('template.required-missing', `Template ${name} did not find ${missing.join(', ')}`));
    findings.push(...doubts.slice(0, mostDoubts).map((doubt) => finding('template.doubtful', `Template ${name}: ${doubt}`)));
    const type = template.document_type;
    return { matched: { name, ...(type !== undefined && { type }), fields }, tried, findings };
  } catch (error) {
    if (!(error instanceof MatchingExhausted)) throw error;
    return {
      tried,
      findings: [...findings, finding('template.exhausted', 'The templates ask for more matching than one document may have; none was applied')],
    };
  }
}

/** Doubts that a result names. */
const mostDoubts = 20;

interface Tried {
  template: Template;
  prepared: TemplateText;
  trial: Trial;
}

function tryTemplate(template: Template, text: TemplateText, matching: Matching): Tried {
  const prepared = changed(text, template.options, matching);
  const isThere = (keyword: string): boolean => matching.has(keyword, prepared.text);
  const missing = template.keywords.filter((keyword) => !isThere(keyword));
  const excluding = template.exclude_keywords?.find(isThere);
  const matched = missing.length === 0 && excluding === undefined;
  const trial = { name: template.name, matched, missing_keywords: missing, ...(excluding !== undefined && { excluded_by: excluding }) };
  return { template, prepared, trial };
}

/** What a template says of its documents outweighs what they show. */
function notationOf({ options }: Template, locale: Locale) {
  const { decimal_separator: mark, languages, currency, date_formats: dateFormats } = options;
  return {
    locale: {
      ...locale,
      ...(mark !== undefined && { decimalMark: mark }),
      ...(languages.length > 0 && { languages }),
      ...(currency !== undefined && { currency }),
    },
    dateFormats,
  };
}

function finding(code: string, message: string): Finding {
  return { code, severity: 'warning', message: `${message}.` };
}
