import { describe, expect, it } from 'vitest';
import { seldom } from '../../src/rx/seldom.ts';
import { manualClock } from '../support/manual-clock.ts';

describe('seldom', () => {
  it('says yes to a key once in its time, whatever the wall clock does', () => {
    const clock = manualClock();
    const say = seldom(clock, 1_000, 10);
    expect([say('a'), say('a'), say('b')]).toEqual([true, false, true]);
    clock.wall -= 86_400_000;
    clock.advance(999);
    expect(say('a')).toBe(false);
    clock.advance(1);
    expect(say('a')).toBe(true);
  });

  it('remembers no more keys than its limit, and is silent about new ones until old ones have run out', () => {
    const clock = manualClock();
    const say = seldom(clock, 1_000, 2);
    expect([say('a'), say('b'), say('c')]).toEqual([true, true, false]);
    clock.advance(1_000);
    expect([say('c'), say('d'), say('e')]).toEqual([true, true, false]);
  });
});
