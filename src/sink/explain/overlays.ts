import { pictureLayers } from '../../model/explanation.ts';
import type { PictureLayer } from '../../model/explanation.ts';
import { numberedCandidates } from '../../model/note.ts';
import type { Note, NumberedCandidate } from '../../model/note.ts';
import type { Field } from '../../model/field.ts';
import type { Box, Page } from '../../model/page.ts';
import type { Table } from '../../model/table.ts';
import { areaOf, outline, sharedArea } from './frame.ts';
import type { Area, Frame, Stroke } from './frame.ts';
import { colours, confidenceColour } from './palette.ts';
import { writeTags } from './tags.ts';
import type { Tag } from './tags.ts';

/** What is known of the page that is explained. */
export interface Explained {
  page: Page;
  tables: readonly Table[];
  notes: readonly Note[];
  /** With a box on this page. */
  fields: readonly (Field & { bbox: Box })[];
}

export const strokes = {
  word: { colour: colours.word, width: 0.75 },
  image: { colour: colours.seen, width: 2, dash: [2, 3] },
  imageRead: { colour: colours.seen, width: 3 },
  edge: { colour: colours.edge, width: 2 },
  shading: { colour: colours.edge, width: 1, dash: [1, 3], fill: 'rgba(0, 158, 115, 0.1)' },
  cell: { colour: colours.cell, width: 1.25 },
  headerCell: { colour: colours.cell, width: 1.25, fill: 'rgba(86, 180, 233, 0.22)' },
  refusedCell: { colour: colours.refused, width: 1, dash: [3, 3] },
  accepted: { colour: colours.accepted, width: 1.5 },
  refused: { colour: colours.refused, width: 1.75, dash: [7, 4] },
  table: { colour: colours.accepted, width: 3 },
  field: { colour: colours.field, width: 2, fill: 'rgba(240, 228, 66, 0.3)' },
} satisfies Record<string, Stroke>;

/** Draws what the stages saw and decided over the page, then the labels, so that no line crosses them. */
export function drawOverlays(frame: Frame, explained: Explained, wanted: readonly PictureLayer[]): void {
  const tags = wanted.includes('tables') ? tagsOfTables(frame, explained.tables) : [];
  const draw: Record<PictureLayer, () => void> = {
    words: () => drawWords(frame, explained),
    images: () => drawNotes(frame, explained.notes, 'image', ({ accepted }) => (accepted === true ? strokes.imageRead : strokes.image)),
    edges: () => {
      drawNotes(frame, explained.notes, 'shading', () => strokes.shading);
      drawNotes(frame, explained.notes, 'edge', () => strokes.edge);
    },
    cells: () => drawCells(frame, explained),
    candidates: () => tags.push(...drawCandidates(frame, explained)),
    tables: () => drawTables(frame, explained.tables),
    fields: () => tags.push(...drawFields(frame, explained.fields)),
  };
  for (const layer of pictureLayers) if (wanted.includes(layer)) draw[layer]();
  writeTags(frame, tags);
}

function drawWords(frame: Frame, { page, notes }: Explained): void {
  for (const { box, confidence } of page.lines.flatMap((line) => line.words)) {
    const area = areaOf(frame, box);
    if (area !== undefined) outline(frame, area, { ...strokes.word, ...(confidence !== undefined && { fill: confidenceColour(confidence) }) });
  }
  drawNotes(frame, notes, 'word', ({ accepted }) => (accepted === false ? strokes.refusedCell : strokes.image));
}

function drawNotes(frame: Frame, notes: readonly Note[], kind: Note['kind'], strokeOf: (note: Note) => Stroke): void {
  for (const note of notes) {
    const area = note.kind === kind && note.box !== undefined ? areaOf(frame, note.box) : undefined;
    if (area !== undefined) outline(frame, area, strokeOf(note));
  }
}

function drawCells(frame: Frame, { page, tables, notes }: Explained): void {
  drawNotes(frame, notes, 'cell', ({ accepted }) => (accepted === false ? strokes.refusedCell : strokes.cell));
  for (const { bbox, header, page: other } of tables.flatMap((table) => table.cells)) {
    const area = other === undefined || other === page.page ? areaOf(frame, bbox) : undefined;
    if (area !== undefined) outline(frame, area, header === undefined ? strokes.cell : strokes.headerCell);
  }
}

function drawTables(frame: Frame, tables: readonly Table[]): void {
  for (const { bbox } of tables) {
    const area = areaOf(frame, bbox);
    if (area !== undefined) outline(frame, area, strokes.table);
  }
}

function drawFields(frame: Frame, fields: Explained['fields']): Tag[] {
  return fields.flatMap(({ name, bbox, confidence }) => {
    const area = areaOf(frame, bbox);
    if (area === undefined) return [];
    outline(frame, area, strokes.field);
    return [{ text: clipped(`${name} ${confidence.toFixed(2)}`), area, colour: colours.field, strong: false }];
  });
}

function tagsOfTables(frame: Frame, tables: readonly Table[]): Tag[] {
  return tables.flatMap(({ bbox, method, confidence }, index) => {
    const area = areaOf(frame, bbox);
    return area === undefined ? [] : [{ text: `T${index + 1} ${method} ${confidence.toFixed(2)}`, area, colour: colours.accepted, strong: true }];
  });
}

/** Many candidates of one place, as finders and rules propose them after each other, have one outline and one label. */
function drawCandidates(frame: Frame, { tables, notes }: Explained): Tag[] {
  const found = tables.flatMap(({ bbox }) => areaOf(frame, bbox) ?? []);
  const tags: Tag[] = [];
  for (const { area, candidates } of placesOf(frame, numberedCandidates(notes))) {
    const refused = candidates.filter(({ accepted }) => accepted === false);
    // A candidate that became a table is drawn as that table, whatever else was said of the place.
    if (found.some((table) => coincide(table, area))) continue;
    outline(frame, area, refused.length > 0 ? strokes.refused : strokes.accepted);
    const { rule = '', detail = '' } = refused[0] ?? candidates[0] ?? {};
    const text = `${candidates.map(({ number }) => number).join(', ')} ${[rule, firstOf(detail)].filter((said) => said !== '').join(': ')}`;
    tags.push({ text: clipped(text), area, colour: refused.length > 0 ? colours.refused : colours.accepted, strong: false });
  }
  return tags;
}

function placesOf(frame: Frame, candidates: readonly NumberedCandidate[]): { area: Area; candidates: NumberedCandidate[] }[] {
  const places: { area: Area; candidates: NumberedCandidate[] }[] = [];
  for (const candidate of candidates) {
    const area = areaOf(frame, candidate.box);
    if (area === undefined) continue;
    const known = places.find((place) => coincide(place.area, area));
    if (known === undefined) places.push({ area, candidates: [candidate] });
    else known.candidates.push(candidate);
  }
  return places;
}

/** Share of what two boxes cover together that both cover, above which they are drawn as one. */
const sameArea = 0.95;

function coincide(a: Area, b: Area): boolean {
  const shared = sharedArea(a, b);
  return shared > 0 && shared >= sameArea * (a.width * a.height + b.width * b.height - shared);
}

/** What decided stands first; the rest is written beside the page. */
function firstOf(detail: string): string {
  return detail.split(', ', 1)[0] ?? '';
}

const longestTag = 44;

function clipped(text: string): string {
  return text.length > longestTag ? `${text.slice(0, longestTag - 1)}…` : text;
}
