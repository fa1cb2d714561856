import type { ExplainedStep } from '../model/explanation.ts';
import type { Finding } from '../model/finding.ts';
import { numberedCandidates } from '../model/note.ts';
import type { Note } from '../model/note.ts';
import type { Table } from '../model/table.ts';
import { counted } from '../report/counted.ts';
import { oneLine } from '../report/progress-line.ts';
import type { ShownExplanation } from './explanation-view.ts';
import { boxText } from './box-text.ts';
import { documentLines } from './document-lines.ts';
import { isOn } from './explanation-view.ts';
import { tablePreview } from './table-preview.ts';

/** An explanation as a person reads it on a terminal of so many columns: how the page was read, what was weighed and decided, what came of it. */
export function explanationText({ explanation: { document, page, steps }, filename, picture }: ShownExplanation, columns: number): string {
  const { notes, findings, metadata } = document;
  const tables = document.tables.filter(isOn(page.page));
  const { width, height, rotation, method, confidence, route } = page;
  const candidates = numberedCandidates(notes);
  const turned = rotation === 0 ? '' : `, turned by ${String(rotation)}°`;
  const sure = confidence === undefined ? '' : `, confidence ${confidence.toFixed(2)}`;
  const metrics = Object.entries(route?.metrics ?? {}).map(([name, value]) => `${name} ${String(value)}`);
  const lines = [
    `${oneLine(filename, 200)}, page ${String(page.page)} of ${String(metadata.page_count)}: ${String(width)} × ${String(height)} pt${turned}`,
    `Route: ${method}${sure}${route === undefined ? '' : `, because ${route.reasons.join(', ')}`}`,
    ...wrapped(metrics, columns),
    ...section(
      'Route and images',
      notes.filter(({ kind }) => kind === 'route' || kind === 'image').map((note) => decision(note.kind, note, columns)),
    ),
    ...section(
      'Candidates',
      candidates.map((candidate) => decision(String(candidate.number).padStart(3), candidate, columns)),
    ),
    ...section(
      tables.length === 0 ? 'Tables: none' : 'Tables',
      tables.flatMap((table, index) => tableLines(table, index, columns)),
    ),
    ...documentLines(document),
    ...section('Findings', findings.map(findingLine)),
    ...section('Seen besides', seenBesides(notes)),
    `Time: ${steps.map(timeOf).join(', ')}`,
    ...(picture === null ? [] : [`Picture: ${picture}`]),
  ];
  return lines.join('\n');
}

/** A heading that says that there is nothing stands for itself. */
function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 && !heading.includes(':') ? [] : [heading, ...lines.map((line) => `  ${line}`)];
}

function decision(name: string, { stage, accepted, rule = '', detail, box }: Note, columns: number): string {
  const verdict = accepted === undefined ? '        ' : accepted ? 'accepted' : 'refused ';
  const why = detail === undefined ? '' : `: ${detail}`;
  return oneLine(`${name} ${verdict} ${box === undefined ? '' : boxText(box)} ${stage} ${rule}${why}`, Math.max(columns, 100) + 100);
}

function tableLines({ method, confidence, title, headers, rows, bbox, notes = [] }: Table, index: number, columns: number): string[] {
  const wide = Math.max(headers.length, rows[0]?.length ?? 0);
  const size = `${counted(rows.length, 'row')} × ${counted(wide, 'column')}${headers.length === 0 ? ' without header' : ''}`;
  return [
    `T${String(index + 1)} ${boxText(bbox)} ${method}, confidence ${confidence.toFixed(2)}, ${size}`,
    ...(title === undefined ? [] : [`   title: ${oneLine(title, columns)}`]),
    ...tablePreview(headers, rows, columns - 5).map((line) => `   ${line}`),
    ...notes.slice(0, 3).map((note) => `   note: ${oneLine(note, columns)}`),
  ];
}

function findingLine({ code, severity, message }: Finding): string {
  return `${severity} ${code}: ${oneLine(message, 500)}`;
}

/** What only the picture shows. */
function seenBesides(notes: readonly Note[]): string[] {
  const kinds = (['edge', 'shading', 'cell', 'word'] as const).flatMap((kind) => {
    const count = notes.filter((note) => note.kind === kind).length;
    return count === 0 ? [] : [counted(count, kind)];
  });
  return kinds.length === 0 ? [] : [`${kinds.join(', ')} (drawn in the picture; --json lists them)`];
}

function timeOf({ name, duration, failed }: ExplainedStep): string {
  const time = duration < 1_000 ? `${String(Math.round(duration))} ms` : `${(duration / 1_000).toFixed(1)} s`;
  return failed === undefined ? `${name} ${time}` : `${name} failed after ${time} (${failed.code}: ${oneLine(failed.message, 300)})`;
}

/** Numbers side by side, as many as fit. */
function wrapped(parts: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length + 3 <= columns) lines[lines.length - 1] = `${last} · ${part}`;
    else lines.push(`  ${part}`);
  }
  return lines;
}
