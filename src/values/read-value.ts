import type { Locale, Value, ValueKind } from './candidate.ts';
import { findValues } from './notations.ts';

/** Longer texts are no single value. */
const longest = 200;

/** Reads a text that is one value and nothing else; undefined if it is no value of that kind. */
export function readValue(kind: ValueKind, text: string, locale: Locale): Value | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longest) return undefined;
  const sightings = findValues(trimmed, { locale, scanned: true, whole: true }, [kind]);
  const sighting = sightings.find(({ from, to }) => from === 0 && to === trimmed.length);
  if (sighting === undefined) return undefined;
  const { from: _from, to: _to, ...value } = sighting;
  return value;
}
