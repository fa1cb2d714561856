import type { Explanation } from '../model/explanation.ts';
import type { DocumentType, Field } from '../model/field.ts';
import { numberedCandidates } from '../model/note.ts';
import type { Note } from '../model/note.ts';
import type { Table } from '../model/table.ts';

/** An explanation and what it is about. */
export interface ShownExplanation {
  explanation: Explanation;
  filename: string;
  pipeline: string;
  /** Absolute; null when it could not be drawn. */
  picture: string | null;
}

/** An explanation as programs see it: candidates have the numbers that they have in the picture. */
export function explanationView({ explanation: { document, page, steps }, filename, pipeline, picture }: ShownExplanation) {
  const { page: number, width, height, rotation, method, confidence, route, text } = page;
  return {
    format: 'millrace.explanation/1',
    filename,
    pipeline,
    page: number,
    page_count: document.metadata.page_count,
    width,
    height,
    rotation,
    method,
    confidence: confidence ?? null,
    route: route ?? null,
    tables: document.tables.filter(isOn(number)),
    document_type: document.type === undefined ? null : typeView(document.type),
    templates: document.notes
      .filter(({ kind }) => kind === 'template')
      .map(({ accepted, rule, detail }) => ({ name: rule ?? '', matched: accepted ?? false, why: detail ?? '' })),
    fields: document.fields.map(fieldView),
    candidates: numberedCandidates(document.notes).map(({ number: candidate, ...note }) => ({ number: candidate, ...noteView(note) })),
    notes: document.notes.filter(({ kind }) => kind !== 'region' && kind !== 'template').map((note) => ({ kind: note.kind, ...noteView(note) })),
    text,
    findings: document.findings,
    steps: steps.map(({ name, duration, failed }) => ({ name, milliseconds: Math.round(duration), error: failed ?? null })),
    picture,
  };
}

function noteView({ stage, box, accepted, rule, detail }: Note) {
  return { stage, bbox: box ?? null, accepted: accepted ?? null, rule: rule ?? null, detail: detail ?? null };
}

/** Whether a table stands on a page. */
export function isOn(page: number): (table: Table) => boolean {
  return (table) => (table.pages ?? [table.page]).includes(page);
}

function typeView({ name, confidence, evidence, alternatives }: DocumentType) {
  return { name, confidence, evidence, alternatives };
}

function fieldView({ name, value, raw, page, bbox, confidence, by, checks = [] }: Field) {
  return { name, value, raw, page: page ?? null, bbox: bbox ?? null, confidence, by, checks };
}
