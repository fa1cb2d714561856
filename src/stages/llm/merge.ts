import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import { checkTogether } from '../../fields/consistency.ts';
import { inOrder } from '../../fields/in-order.ts';
import { settle } from '../../fields/settle.ts';
import type { Field } from '../../model/field.ts';
import { isSettled } from './wanted.ts';

/**
 * Puts what a model said among what was known, in the order of the type: its word counts before values that are less sure than it, and never before proved ones.
 * What it said is as sure as it fits the other fields; those have been checked already.
 */
export function mergeFields(known: readonly Field[], answered: readonly Field[], type: Pick<DocumentTypeOptions, 'fields'>): Field[] {
  const names = new Set(answered.map(({ name }) => name));
  const others = known.filter(({ name }) => !names.has(name));
  const checked = checkTogether([...answered, ...others]).slice(0, answered.length);
  const standing = new Set(known.filter((field) => isSettled(field) || field.confidence >= sureness(checked, field.name)).map(({ name }) => name));
  const merged = settle([known.filter(({ name }) => standing.has(name)), checked, known.filter(({ name }) => !standing.has(name))]);
  return inOrder(merged, type);
}

/** How sure the model is of a field; infinitely unsure where it has said nothing. */
function sureness(answered: readonly Field[], name: string): number {
  return Math.max(...answered.filter((field) => field.name === name).map(({ confidence }) => confidence));
}
