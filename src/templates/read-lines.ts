import type { FieldRow, FieldValue } from '../model/field.ts';
import { blocks, linesOf } from './blocks.ts';
import { rowName, typeInRow } from './field-names.ts';
import type { Match, Span } from './matching.ts';
import { foundAt, textFor } from './reading.ts';
import type { Reading } from './reading.ts';
import type { LineRule, LinesRule } from './template-options.ts';
import type { Place, TemplateText } from './template-text.ts';
import { placeOf } from './template-text.ts';

/** Rows that a template has read. */
export interface FoundRows {
  rows: FieldRow[];
  raw: string;
  /** Of the lines that they were read from. */
  places: Place[];
}

/** The entries between the starts and ends of the rules, in their order; what matches none of the patterns of a rule is passed over. */
export function readLines(reading: Reading, { rules, area, types, start, end, line, ...more }: LinesRule, isInvoice: boolean): FoundRows {
  const text = textFor(reading, area);
  const all = rules ?? (start === undefined || end === undefined || line === undefined ? [] : [{ ...more, start, end, line, types: {} }]);
  const entries = all.flatMap((rule) =>
    blocks(text.text, rule.start, rule.end, reading.matching).flatMap((block) =>
      entriesOf(reading, text, block, { ...rule, types: { ...types, ...rule.types } }),
    ),
  );
  const rows = entries.slice(0, mostRows).map((entry) => ({ entry, row: rowOf(reading, text, entry, isInvoice) }));
  const full = rows.filter(({ row }) => Object.keys(row).length > 0);
  const spans = full.flatMap(({ entry }) => entry.lines);
  return {
    rows: full.map(({ row }) => row),
    raw: spans.map((span) => text.text.slice(...span).trim()).join('\n'),
    places: spans.flatMap((span) => placeOf(text, span) ?? []),
  };
}

/** Entries of one field; an invoice of more lines is read by no template. */
const mostRows = 5_000;

interface Entry {
  lines: Span[];
  /** By group, each piece with the line that it stands on. */
  values: Map<string, Span[]>;
  types: LineRule['types'];
}

/**
 * Without `first_line` and `last_line` each line that matches is an entry. With `first_line` an entry goes on until the next one begins, with `last_line`
 * until it ends, and what else matches `line` belongs to it.
 */
function entriesOf(reading: Reading, { text }: TemplateText, block: Span, rule: LineRule): Entry[] {
  const { first_line: first = rule.last_line === undefined ? rule.line : undefined, last_line: last, line, skip_line: skip, types } = rule;
  const entries: Entry[] = [];
  let open: Entry | undefined;
  const begin = (): Entry => {
    const entry: Entry = { lines: [], values: new Map(), types };
    entries.push(entry);
    return entry;
  };
  for (const span of linesOf(text, block)) {
    const match = (patterns: readonly string[] | undefined): Match | undefined => matchOf(reading, text, span, patterns);
    const begins = match(first);
    if (begins !== undefined) {
      take((open = begin()), span, begins);
      continue;
    }
    if (open === undefined && first !== undefined) continue;
    const ends = match(last);
    if (ends !== undefined) {
      take(open ?? begin(), span, ends);
      open = undefined;
      continue;
    }
    const goesOn = match(skip) === undefined ? match(line) : undefined;
    if (goesOn !== undefined) take((open ??= begin()), span, goesOn);
  }
  return entries;
}

/** The match of the first pattern that has one on a line, by offsets of the whole text. */
function matchOf({ matching }: Reading, text: string, [from, to]: Span, patterns: readonly string[] = []): Match | undefined {
  const line = text.slice(from, to);
  for (const pattern of patterns) {
    const match = matching.first(pattern, line);
    if (match === undefined) continue;
    const shifted = ([start, end]: Span): Span => [start + from, end + from];
    return {
      whole: shifted(match.whole),
      groups: match.groups.map(shifted),
      named: new Map([...match.named].map(([name, span]) => [name, shifted(span)])),
    };
  }
  return undefined;
}

function take(entry: Entry, line: Span, { named }: Match): void {
  entry.lines.push(line);
  for (const [name, span] of named) entry.values.set(name, [...(entry.values.get(name) ?? []), span]);
}

/** What several lines of an entry say by the same name belongs together. */
function rowOf(reading: Reading, text: TemplateText, { values, types }: Entry, isInvoice: boolean): FieldRow {
  const row: Record<string, FieldValue> = {};
  for (const [group, spans] of values) {
    const name = isInvoice ? rowName(group) : group;
    const [first] = spans;
    if (first === undefined || Object.hasOwn(row, name)) continue;
    const raw = spans.map((span) => text.text.slice(...span).trim()).join(' ');
    const [found] = foundAt(reading, text, first, name, types[group] ?? typeInRow(name), raw);
    if (found !== undefined) row[name] = found.value;
  }
  return row;
}
