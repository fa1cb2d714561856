import type { PictureLayer } from '../../model/explanation.ts';
import type { Finding } from '../../model/finding.ts';
import { numberedCandidates } from '../../model/note.ts';
import type { Note } from '../../model/note.ts';
import type { Table } from '../../model/table.ts';
import { strokes } from './overlays.ts';
import type { Explained } from './overlays.ts';
import { colours, confidenceBands } from './palette.ts';
import type { Paragraph } from './text-block.ts';

const bodySize = 13;
const headingSize = 15;

/** What stands above the page: which one it is, how it was read, and why. */
export function headOf(filename: string, pages: number, { page }: Explained): Paragraph[] {
  const { width, height, rotation, method, confidence, route } = page;
  const how = `${method}${confidence === undefined ? '' : `, confidence ${confidence.toFixed(2)}`}`;
  const turned = rotation === 0 ? '' : `, turned by ${rotation}°`;
  const metrics = Object.entries(route?.metrics ?? {}).map(([name, value]) => `${name} ${value}`);
  return [
    { text: `${filename} — page ${page.page} of ${pages}`, size: 20, colour: colours.text, bold: true },
    { text: `${width} × ${height} pt${turned}`, size: bodySize, colour: colours.quiet },
    { text: `Route: ${how}${route === undefined ? '' : `, because ${route.reasons.join(', ')}`}`, size: 16, colour: colours.text, above: 4 },
    ...(metrics.length > 0 ? [{ text: metrics.join('  ·  '), size: bodySize, colour: colours.quiet, above: 2 }] : []),
  ];
}

/** What stands beside the page: what the drawing means, what was found, and what was weighed. */
export function commentOn(explained: Explained, findings: readonly Finding[], wanted: readonly PictureLayer[]): Paragraph[] {
  const { tables, notes } = explained;
  const candidates = numberedCandidates(notes);
  return [
    ...legendOf(explained, wanted),
    ...section('Tables', tables.length === 0 ? [quiet('none')] : tables.flatMap(tableLines)),
    ...section(
      'Candidates, in the order in which they were decided',
      candidates.length === 0 ? [quiet('none were noted')] : candidates.flatMap((candidate) => decisionLines(candidate, `${candidate.number}`)),
    ),
    ...section(
      'Route and images',
      notes.filter(({ kind }) => kind === 'route' || kind === 'image').flatMap((note) => decisionLines(note, note.kind)),
    ),
    ...section(
      'Findings',
      findings.map(({ code, severity, message }) => ({ ...body(`${severity} ${code}: ${message}`), above: 3 })),
    ),
  ];
}

function legendOf({ page, tables, notes, fields }: Explained, wanted: readonly PictureLayer[]): Paragraph[] {
  const words = page.lines.flatMap((line) => line.words);
  const has = (kind: Note['kind']): boolean => notes.some((note) => note.kind === kind);
  const hasImage = (test: (accepted: boolean | undefined) => boolean): boolean =>
    notes.some(({ kind, accepted }) => kind === 'image' && test(accepted));
  const shown = (layer: PictureLayer, there: boolean, entry: Paragraph): Paragraph[] => (there && wanted.includes(layer) ? [entry] : []);
  const candidates = numberedCandidates(notes);
  return section('What is drawn', [
    ...shown('fields', fields.length > 0, { ...body('field: its name and confidence'), swatch: strokes.field }),
    ...shown('tables', tables.length > 0, { ...body('T1, T2, …: table'), swatch: strokes.table }),
    ...shown('cells', tables.length > 0 || has('cell'), { ...body('cell'), swatch: strokes.cell }),
    ...shown(
      'cells',
      tables.some(({ cells }) => cells.some(({ header }) => header !== undefined)),
      { ...body('header cell'), swatch: strokes.headerCell },
    ),
    ...shown(
      'candidates',
      candidates.some(({ accepted }) => accepted === false),
      { ...body('refused candidate: its number and the rule'), swatch: strokes.refused },
    ),
    ...shown(
      'candidates',
      candidates.some(({ accepted }) => accepted !== false),
      { ...body('accepted candidate'), swatch: strokes.accepted },
    ),
    ...shown('edges', has('edge'), { ...body('line on the page'), swatch: strokes.edge }),
    ...shown('edges', has('shading'), { ...body('shaded rectangle'), swatch: strokes.shading }),
    ...shown(
      'images',
      hasImage((accepted) => accepted !== true),
      { ...body('image'), swatch: strokes.image },
    ),
    ...shown(
      'images',
      hasImage((accepted) => accepted === true),
      { ...body('image whose text was read'), swatch: strokes.imageRead },
    ),
    ...shown(
      'words',
      words.some(({ confidence }) => confidence === undefined),
      { ...body('word of the file'), swatch: strokes.word },
    ),
    ...confidenceBands.flatMap(({ from, colour, label }, index) =>
      shown(
        'words',
        words.some(({ confidence = -1 }) => confidence >= from && confidence < (confidenceBands[index - 1]?.from ?? Infinity)),
        {
          ...body(label),
          swatch: { ...strokes.word, fill: colour },
        },
      ),
    ),
  ]);
}

function tableLines({ method, confidence, headers, rows, title, cells }: Table, index: number): Paragraph[] {
  const columns = Math.max(headers.length, ...rows.slice(0, 1).map((row) => row.length));
  const spans = cells.filter(({ row_span, column_span }) => row_span > 1 || column_span > 1).length;
  const size = `${rows.length} rows × ${columns} columns${headers.length === 0 ? ', no header' : ''}${spans === 0 ? '' : `, ${spans} spanning cells`}`;
  return [
    { ...body(`T${index + 1}  ${method}, confidence ${confidence.toFixed(2)}`), colour: colours.accepted, bold: true, above: 5 },
    body(size),
    ...(title === undefined ? [] : [quiet(`“${title.slice(0, 200)}”`)]),
  ];
}

function decisionLines({ stage, rule = 'no rule given', detail, accepted }: Note, name: string): Paragraph[] {
  const colour = accepted === undefined ? colours.text : accepted ? colours.accepted : colours.refused;
  const decision = accepted === undefined ? '' : accepted ? ' accepted' : ' refused';
  return [{ ...body(`${name}${decision} by ${stage}: ${rule}`), colour, bold: true, above: 4 }, ...(detail === undefined ? [] : [quiet(detail)])];
}

function section(heading: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.length === 0 ? [] : [{ text: heading, size: headingSize, colour: colours.text, bold: true, above: 14 }, ...paragraphs];
}

function body(text: string): Paragraph {
  return { text, size: bodySize, colour: colours.text };
}

function quiet(text: string): Paragraph {
  return { ...body(text), colour: colours.quiet };
}
