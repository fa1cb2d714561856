import type { Phrases } from '../../../document-type/phrases.ts';
import { findDates } from '../../../values/dates.ts';
import type { Anchor } from '../prose/anchors.ts';
import { anchorsOf } from '../prose/anchors.ts';
import { partyNameAt } from '../prose/party-name.ts';
import type { Prose } from '../prose/prose.ts';
import { lineAt, proseOf } from '../prose/prose.ts';
import type { Reading } from '../prose/reading.ts';
import { fieldAt } from '../prose/reading.ts';
import type { FieldReader, ReaderSource } from '../reader.ts';

/**
 * Reads letters by their frame: the date and the address stand above the salutation, the sender's name below the closing. Labels of the
 * recipient are salutations, those of the sender closings.
 */
export const readLetter: FieldReader = (source) => {
  const prose = proseOf(source.document);
  const opening = lineStarts(prose, source.type.fields.recipient_name?.labels).find(({ start }) => start < longestHead);
  const frame = { prose, source, opening, head: opening?.start ?? shortestHead };
  return Object.entries(readers).flatMap(([name, read]) => {
    const options = source.type.fields[name];
    const reading = options === undefined ? undefined : read(frame, options.labels);
    return reading === undefined ? [] : (fieldAt(prose, name, reading, `${source.type.name}/${name}`) ?? []);
  });
};

/** Characters above a salutation: letterheads, addresses, references. */
const longestHead = 4000;

/** Characters that are above the text in any case, where no salutation tells. */
const shortestHead = 1000;

interface Frame {
  prose: Prose;
  source: ReaderSource;
  /** The salutation. */
  opening: Anchor | undefined;
  /** Where it begins. */
  head: number;
}

const readers: Readonly<Record<string, (frame: Frame, labels: Phrases) => Reading | undefined>> = {
  letter_date: readDate,
  sender_name: readSender,
  recipient_name: readRecipient,
  subject: readSubject,
};

/** The first date above the salutation that takes most of its line, after a town or a label. */
function readDate({ prose, source, head }: Frame): Reading | undefined {
  const dates = findDates(prose.folded.slice(0, head), { locale: source.locale, scanned: false, whole: false });
  const found = dates.find(({ from, to }) => {
    const line = lineAt(prose, from);
    return line !== undefined && to - from >= (line.end - line.start) * leastShare;
  });
  return found === undefined ? undefined : { value: String(found.value), start: found.from, end: found.to, confidence: confidences.date };
}

const confidences = { date: 0.85, addressee: 0.85, greeted: 0.6, sender: 0.75, subject: 0.9 };

/** Share of a line: `Ort, Datum` is longer than a date that a sentence mentions. */
const leastShare = 0.35;

/** Who is greeted, by the full name that the address has: its line holds the name of the salutation. */
function readRecipient({ prose, opening }: Frame): Reading | undefined {
  if (opening === undefined) return undefined;
  const line = lineAt(prose, opening.start);
  const greeted = line === undefined ? undefined : nameIn(prose, opening.end, line.end);
  if (greeted === undefined) return undefined;
  const family = greeted.value.split(' ').at(-1) ?? greeted.value;
  const addressee = prose.lines
    .filter(({ end }) => end < opening.start)
    .map(({ start, end }) => nameIn(prose, start, end))
    .findLast((name) => name?.value.split(' ').includes(family) === true);
  return addressee === undefined ? { ...greeted, confidence: confidences.greeted } : { ...addressee, confidence: confidences.addressee };
}

/** The first line below the closing that is a name. */
function readSender({ prose, head }: Frame, closings: Phrases): Reading | undefined {
  const closing = lineStarts(prose, closings).findLast(({ start }) => start > head);
  if (closing === undefined) return undefined;
  const below = prose.lines.filter(({ start }) => start > closing.end).slice(0, signatureLines);
  const name = below.map(({ start, end }) => nameIn(prose, start, end)).find((found) => found !== undefined);
  return name === undefined ? undefined : { ...name, confidence: confidences.sender };
}

/** Lines below the closing within which the name stands. */
const signatureLines = 5;

/** The rest of a line that begins with "Re:" or "Betreff". */
function readSubject({ prose, head }: Frame, labels: Phrases): Reading | undefined {
  const label = lineStarts(prose, labels).find(({ start }) => start < head + subjectReach);
  const line = label === undefined ? undefined : lineAt(prose, label.start);
  if (label === undefined || line === undefined) return undefined;
  const start = label.end + (/^[\s:.–-]*/.exec(prose.text.slice(label.end, line.end))?.[0].length ?? 0);
  return start >= line.end ? undefined : { value: prose.text.slice(start, line.end), start, end: line.end, confidence: confidences.subject };
}

/** Characters: some put the subject below the salutation. */
const subjectReach = 200;

/** A span that is a name and nothing else, signed or not. */
function nameIn({ text }: Prose, start: number, end: number): Reading | undefined {
  const from = start + (/^\s*(?:\/s\/\s*)?/.exec(text.slice(start, end))?.[0].length ?? 0);
  const span = text.slice(from, end);
  const name = partyNameAt(span);
  if (name === undefined || /\d/.test(span) || !/^[\s,.:;!]*$/.test(span.slice(name.to))) return undefined;
  return { value: name.name, start: from + name.from, end: from + name.to, confidence: 0 };
}

function lineStarts(prose: Prose, labels: Phrases = {}): Anchor[] {
  const starts = new Set(prose.lines.map(({ start }) => start));
  return anchorsOf(prose, labels).filter(({ start }) => starts.has(start));
}
