import type { Binding } from './bind.ts';
import { sharesWords } from './reading.ts';

/** A value and how sure all of its labels together make it. */
export type Assignment = Pick<Binding, 'field' | 'reading' | 'score'>;

/**
 * Gives every field its best value, and no words to two fields: the surest first, so that a weak label takes what the strong ones leave. Labels that agree on a
 * value, here and on other pages, count as independent witnesses.
 */
export function assign(bindings: readonly Assignment[], isList: (field: string) => boolean): Assignment[] {
  const taken: Assignment[] = [];
  for (const binding of agreed(bindings)) {
    const known = taken.some(({ field, reading }) => field === binding.field && (!isList(field) || reading.value === binding.reading.value));
    if (known || taken.some(({ reading }) => sharesWords(reading, binding.reading))) continue;
    taken.push(binding);
  }
  return taken;
}

/** The most that repetition can add: the same label over the same value on every page is one witness, not many. */
const mostWitnesses = 2;

function agreed(bindings: readonly Assignment[]): Assignment[] {
  const same = Map.groupBy(bindings, ({ field, reading }) => `${field} ${String(reading.value)}`);
  const sums = [...same.values()].flatMap((group) => {
    const scores = group.map(({ score }) => score).sort((a, b) => b - a);
    const together = 1 - scores.slice(0, mostWitnesses).reduce((doubt, score, at) => doubt * (1 - (at === 0 ? score : score / 2)), 1);
    return group.map(({ field, reading, score }) => ({ field, reading, score: Math.max(score, together - (scores[0]! - score)) }));
  });
  return sums.sort((a, b) => b.score - a.score);
}
