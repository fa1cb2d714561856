import { describe, expect, it } from 'vitest';
import { Hints } from '../../src/source/hints.ts';

describe('hints', () => {
  it('come out once each, in the order in which they were first given', () => {
    const hints = new Hints(10);
    for (const path of ['a', 'b', 'a']) hints.add(path);
    expect([hints.take(), hints.take(), hints.take()]).toEqual(['a', 'b', undefined]);
  });

  it('say that some are lost when there are too many, and take no more memory (a burst of events would grow without bound)', () => {
    const hints = new Hints(2);
    for (const path of ['a', 'b', 'b']) hints.add(path);
    expect(hints.lost).toBe(false);
    hints.add('c');
    expect([hints.lost, hints.take(), hints.take(), hints.take()]).toEqual([true, 'a', 'b', undefined]);
  });
});
