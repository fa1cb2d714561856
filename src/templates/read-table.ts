import { blocks, linesOf } from './blocks.ts';
import { typeByName } from './field-names.ts';
import { grouped } from './grouped.ts';
import type { Found } from './grouped.ts';
import type { Span } from './matching.ts';
import { foundAt, textFor } from './reading.ts';
import type { Reading } from './reading.ts';
import type { TableRule } from './template-options.ts';

/** Values that stand below their headings: the named groups of `body`, held against the lines between `start` and `end`, by name. */
export function readTable(
  reading: Reading,
  { start, end, body, types, fields, area }: TableRule,
  nameOf: (key: string) => string,
): Map<string, Found> {
  const text = textFor(reading, area);
  const captured = new Map<string, Span[]>();
  const [block] = blocks(text.text, start, end, reading.matching);
  for (const [from, to] of block === undefined ? [] : linesOf(text.text, block)) {
    const line = text.text.slice(from, to);
    for (const pattern of body)
      for (const [group, [first, last]] of reading.matching.first(pattern, line)?.named ?? [])
        captured.set(group, [...(captured.get(group) ?? []), [first + from, last + from]]);
  }
  const values = new Map<string, Found>();
  for (const [key, spans] of captured) {
    const name = nameOf(key);
    const { type, group = 'first' } = fields[key] ?? {};
    const asked = type ?? types[key] ?? (group === 'sum' ? 'float' : typeByName(name));
    const value = grouped(
      spans.flatMap((span) => foundAt(reading, text, span, name, asked)),
      group,
    );
    if (value !== undefined) values.set(name, value);
  }
  return values;
}
