import type { ExpectedField } from '../pipeline/test-options.ts';
import { unequal } from './difference.ts';
import type { Difference } from './difference.ts';
import type { TestedField } from './ended-document.ts';

/** Compares the fields of one name with what is expected: a value, a list of them, or a mapping that says what counts. */
export function fieldDifferences(name: string, expected: ExpectedField, found: readonly TestedField[]): Difference[] {
  const [first] = found;
  if (typeof expected !== 'object') return valueDifferences(name, expected, found);
  if (Array.isArray(expected)) return valueDifferences(name, expected, found);
  const { value, matches, absent, page, by, min_confidence: least } = expected;
  if (absent) return first === undefined ? [] : [{ what: name, expected: 'no such field', found: shown(valueOf(found)), where: whereOf(first) }];
  if (first === undefined) return [{ what: name, expected: shown(value ?? matches ?? 'any value'), found: 'nothing' }];
  return [
    ...(value === undefined ? [] : valueDifferences(name, value, found)),
    ...(matches === undefined || new RegExp(matches, 'u').test(String(first.value))
      ? []
      : [{ what: name, expected: `/${matches}/`, found: shown(first.value), where: whereOf(first) }]),
    ...(page === undefined ? [] : unequal(`${name}.page`, page, first.page)),
    ...(by === undefined ? [] : unequal(`${name}.by`, by, first.by)),
    ...(least === undefined || first.confidence >= least
      ? []
      : [{ what: `${name}.confidence`, expected: `${least} or more`, found: String(first.confidence) }]),
  ];
}

type Value = Exclude<ExpectedField, object> | readonly unknown[];

/** A list is expected of fields that are lists, and of rows; of a row only the keys that are named count. */
function valueDifferences(name: string, expected: Value, found: readonly TestedField[]): Difference[] {
  const [first] = found;
  if (first === undefined) return [{ what: name, expected: shown(expected), found: 'nothing' }];
  if (typeof expected !== 'object') return unequal(name, expected, valueOf(found.slice(0, 1)), whereOf(first));
  const values = valueOf(found);
  const list = Array.isArray(values) ? (values as unknown[]) : [values];
  if (list.length !== expected.length) return [{ what: name, expected: `${expected.length} entries`, found: shown(list), where: whereOf(first) }];
  return expected.flatMap((entry, index) => {
    const there = list[index];
    if (typeof entry !== 'object' || entry === null) return unequal(`${name}[${index}]`, entry, there, whereOf(first));
    return Object.entries(entry).flatMap(([key, value]) =>
      unequal(`${name}[${index}].${key}`, value, (there as Record<string, unknown> | undefined)?.[key], whereOf(first)),
    );
  });
}

/** Several fields of a name are a list, one by itself is its value. */
function valueOf(found: readonly TestedField[]): unknown {
  return found.length === 1 ? found[0]?.value : found.map(({ value }) => value);
}

function whereOf({ page, by, confidence, raw }: TestedField): string {
  const cited = raw === '' ? '' : `, read from ${JSON.stringify(raw.slice(0, 80))}`;
  return `${page === undefined ? '' : `page ${page}, `}${by}, confidence ${confidence.toFixed(2)}${cited}`;
}

function shown(value: unknown): string {
  return JSON.stringify(value);
}
