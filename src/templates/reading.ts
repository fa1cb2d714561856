import type { Page } from '../model/page.ts';
import type { Matching, Span } from './matching.ts';
import type { Template, TemplateArea, TemplateType } from './template-options.ts';
import type { Found } from './grouped.ts';
import { changed } from './change-text.ts';
import { placeOf, templateText } from './template-text.ts';
import type { TemplateText } from './template-text.ts';
import { typedValue } from './typed-value.ts';
import type { Notation } from './typed-value.ts';

/** One document being read by the template that matches it. */
export interface Reading {
  template: Template;
  pages: readonly Page[];
  /** Of the whole document, changed as the template asks. */
  text: TemplateText;
  matching: Matching;
  notation: Notation;
  /** Captured texts that are no values of their type, in words. */
  misread: string[];
}

/** The text that a rule is held against. */
export function textFor({ template, pages, text, matching }: Reading, area: TemplateArea | undefined): TemplateText {
  return area === undefined ? text : changed(templateText(pages, area), template.options, matching);
}

/** What a span of a text says, as a value of its type; what is none is remembered. */
export function foundAt(reading: Reading, text: TemplateText, span: Span, name: string, type: TemplateType, raw = text.text.slice(...span)): Found[] {
  const plain = raw.trim();
  const typed = typedValue(type, plain, reading.notation);
  if (typed !== undefined) return [{ ...typed, raw: plain.slice(0, longestRaw), place: placeOf(text, span) }];
  if (plain !== '') reading.misread.push(`${name}: "${plain.slice(0, 40)}" is no ${type}`);
  return [];
}

/** Characters of a document that a field cites; a pattern may capture all of it. */
const longestRaw = 2_000;
