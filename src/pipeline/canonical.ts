import { MillraceError } from '../model/errors.ts';

/**
 * One text for one value, whatever the order of its keys: what is hashed must not depend on how somebody typed it.
 * Keys are sorted by code unit, undefined properties are left out. Error: `internal.unexpected` for what JSON cannot say.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value as Record<string, unknown>);
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return JSON.stringify(value);
  throw new MillraceError('internal.unexpected', `A ${typeof value} that JSON does not know has no canonical form`);
}

function canonicalObject(value: Record<string, unknown>): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new MillraceError('internal.unexpected', 'Only plain objects have a canonical form');
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
}
