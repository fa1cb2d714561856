import type { Explanation } from '../model/explanation.ts';
import { numberedCandidates } from '../model/note.ts';
import type { Note } from '../model/note.ts';

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
    tables: document.tables,
    candidates: numberedCandidates(document.notes).map(({ number: candidate, ...note }) => ({ number: candidate, ...noteView(note) })),
    notes: document.notes.filter(({ kind }) => kind !== 'region').map((note) => ({ kind: note.kind, ...noteView(note) })),
    text,
    findings: document.findings,
    steps: steps.map(({ name, duration, failed }) => ({ name, milliseconds: Math.round(duration), error: failed ?? null })),
    picture,
  };
}

function noteView({ stage, box, accepted, rule, detail }: Note) {
  return { stage, bbox: box, accepted: accepted ?? null, rule: rule ?? null, detail: detail ?? null };
}
