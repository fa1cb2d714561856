import type { DocumentTypeOptions } from '../../../document-type/document-type.ts';
import type { Field } from '../../../model/field.ts';
import type { ValueKind } from '../../../values/candidate.ts';
import { readLabelled } from '../labels/read-labelled.ts';
import { foldProse } from '../prose/fold.ts';
import { partyNameAt } from '../prose/party-name.ts';
import type { ProseLine } from '../prose/prose.ts';
import { proseOf } from '../prose/prose.ts';
import { fieldAt } from '../prose/reading.ts';
import type { FieldReader, ReaderSource } from '../reader.ts';

/** Reads résumés: what has a label by it, and what needs none: the name on top, the first address of each kind to reach somebody by. */
export const readResume: FieldReader = (source) => {
  const labelled = readLabelled(source);
  return Object.keys(source.type.fields).flatMap((name) => {
    const found = labelled.filter((field) => field.name === name);
    return found.length > 0 ? found : unlabelled(source, name);
  });
};

function unlabelled(source: ReaderSource, name: string): Field[] {
  if (name === 'person_name') return personOnTop(source);
  const kind = source.type.fields[name]?.kind;
  const candidate = source.candidates.find((each) => each.page === 1 && reaching.includes(each.kind) && each.kind === kind);
  if (candidate === undefined) return [];
  const { value, raw, page, box, checks } = candidate;
  const said = { name, value, raw, page, bbox: box, confidence: reachConfidence, by: `${source.type.name}/${name}` };
  return [{ ...said, ...(checks.length > 0 && { checks }) }];
}

/** Kinds of values that are known by themselves, and of which the first is that of the person. */
const reaching: readonly ValueKind[] = ['email', 'phone', 'url'];

const reachConfidence = 0.85;

/** The largest of the first lines that is a name, and no heading that the type is known by. */
function personOnTop({ document, type }: ReaderSource): Field[] {
  const prose = proseOf(document);
  const headings = headingsOf(type);
  const named = prose.lines.slice(0, topLines).flatMap((line) => {
    const text = prose.text.slice(line.start, line.end);
    const name = headings.has(foldProse(text).replace(/\W+$/, '')) ? undefined : partyNameAt(text);
    if (name === undefined || name.isCompany || /\d/.test(text) || name.to < text.trimEnd().length) return [];
    const words = name.name.split(' ').length;
    return words < 2 || words > mostNames ? [] : [{ line, value: name.name, start: line.start + name.from, end: line.start + name.to }];
  });
  const best = named.reduce<(typeof named)[number] | undefined>((a, b) => (a === undefined || sizeOf(b.line) > sizeOf(a.line) ? b : a), undefined);
  if (best === undefined) return [];
  return [fieldAt(prose, 'person_name', { ...best, confidence: nameConfidence }, `${type.name}/person_name`)].filter((field) => field !== undefined);
}

/** Lines of the head of a résumé. */
const topLines = 8;

/** Words of a name. */
const mostNames = 5;

const nameConfidence = 0.8;

function headingsOf({ evidence }: DocumentTypeOptions): Set<string> {
  return new Set(evidence.flatMap(({ phrases = {} }) => Object.values(phrases).flat().map(foldProse)));
}

function sizeOf({ line }: ProseLine): number {
  return line.size;
}
