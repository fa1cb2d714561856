import type { Catalog } from '../model/catalog.ts';
import { check } from './check.ts';
import type { Checked } from './check.ts';
import type { Mistake } from './mistake.ts';
import type { Values } from './values.ts';

/** What a variable fills in is text; where an option asks for a number or a yes or no, it is read as that. */
export function checkTyped(values: Values, catalog: Catalog): Checked {
  const checked = check(values.value, catalog);
  const retyped = checked.mistakes.filter(({ path, expected }) => values.places.isFilledIn(path) && retype(values.value, path, expected));
  return retyped.length === 0 ? checked : check(values.value, catalog);
}

function retype(root: unknown, path: Mistake['path'], expected: string | undefined): boolean {
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], root) as Record<PropertyKey, unknown>;
  const key = path.at(-1) ?? '';
  const text = String(holder[key]).trim();
  if (expected === 'boolean' && /^(true|false)$/.test(text)) holder[key] = text === 'true';
  else if ((expected === 'number' || expected === 'int') && /^[+-]?\d+(\.\d+)?$/.test(text)) holder[key] = Number(text);
  else return false;
  return true;
}
