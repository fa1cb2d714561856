import { expect, it } from 'vitest';
import { Matching } from '../../src/templates/matching.ts';
import { patternMistake } from '../../src/templates/pattern.ts';
import { redosPatterns } from './redos-patterns.ts';

/** Milliseconds of computing. */
const allowed = 100;

// The document is made by whoever sends it; a pattern of the user must not be what stops the worker.
it('holds two hundred patterns that stop other engines against 100 KB each in no time, or refuses them', () => {
  expect(redosPatterns.length).toBeGreaterThan(200);
  const slow: string[] = [];
  let refused = 0;
  for (const [pattern, pump, end] of redosPatterns) {
    const begun = process.cpuUsage();
    if (patternMistake(pattern) === undefined) new Matching().all(pattern, pump.repeat(Math.ceil(100_000 / pump.length)) + end);
    else refused++;
    const { user, system } = process.cpuUsage(begun);
    const spent = (user + system) / 1_000;
    if (spent > allowed) slow.push(`${pattern}: ${Math.round(spent)} ms`);
  }
  expect(slow).toEqual([]);
  expect(refused).toBeLessThan(20);
});
