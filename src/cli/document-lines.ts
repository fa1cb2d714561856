import type { Document } from '../model/document.ts';
import type { DocumentType, Field, TypeEvidence } from '../model/field.ts';
import type { Note } from '../model/note.ts';
import { counted } from '../report/counted.ts';
import { oneLine } from '../report/progress-line.ts';
import { boxText } from './box-text.ts';

/** What stages found on the whole document: its type and why, the templates that were tried, its fields. Nothing of what no stage has looked for. */
export function documentLines({ type, fields, notes }: Pick<Document, 'type' | 'fields' | 'notes'>): string[] {
  const templates = notes.filter(({ kind }) => kind === 'template');
  return [
    ...(type === undefined ? [] : typeLines(type)),
    ...(templates.length === 0 ? [] : ['Templates', ...templates.map(templateLine)]),
    ...(fields.length === 0 ? [] : ['Fields', ...fields.map(fieldLine)]),
  ];
}

function typeLines({ name, confidence, evidence, alternatives }: DocumentType): string[] {
  const next = alternatives.map((other) => `${other.name} ${other.confidence.toFixed(2)}`);
  return [
    `Document type: ${name}, confidence ${confidence.toFixed(2)}${next.length === 0 ? '' : `; then ${next.join(', ')}`}`,
    ...evidence.map(evidenceLine),
  ];
}

function evidenceLine({ rule, weight, page, bbox }: TypeEvidence): string {
  return `  ${weight < 0 ? '' : '+'}${weight.toFixed(1)} ${oneLine(rule, 100)}${placeText(page, bbox)}`;
}

function templateLine({ accepted = false, rule = '', detail = '' }: Note): string {
  return `  ${accepted ? 'matched' : 'missed '} ${oneLine(rule, 100)}${detail === '' ? '' : `: ${oneLine(detail, 500)}`}`;
}

function fieldLine({ name, value, raw, page, bbox, confidence, by, checks = [] }: Field): string {
  const shown = typeof value === 'object' ? counted(value.length, 'row') : JSON.stringify(value);
  const cited = typeof value === 'object' || String(value) === raw ? '' : `, read from ${JSON.stringify(oneLine(raw.replaceAll(/\s+/g, ' '), 60))}`;
  const passed = checks.length === 0 ? '' : `; ${checks.join(', ')}`;
  return `  ${oneLine(name, 80)} = ${oneLine(shown, 120)}${cited}${placeText(page, bbox)}, confidence ${confidence.toFixed(2)} by ${oneLine(by, 80)}${passed}`;
}

function placeText(page: number | undefined, box: Field['bbox']): string {
  return page === undefined ? '' : `, page ${String(page)}${box === undefined ? '' : ` ${boxText(box)}`}`;
}
