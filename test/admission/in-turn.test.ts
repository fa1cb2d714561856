import { expect, it } from 'vitest';
import { inTurn } from '../../src/admission/in-turn.ts';
import { patience } from '../../src/admission/patience.ts';

it('work on one key waits for the work before, even when that failed; other keys do not wait', async () => {
  const turn = inTurn();
  const told: string[] = [];
  const { promise, reject } = Promise.withResolvers<never>();
  const first = turn('a', () => promise);
  const second = turn('a', async () => void told.push('a'));
  await turn('b', async () => void told.push('b'));
  expect(told).toEqual(['b']);
  reject(new Error('the first failed'));
  await expect(first).rejects.toThrow('the first failed');
  await second;
  expect(told).toEqual(['b', 'a']);
});

it('a file that cannot be taken is looked at after 1, 2, 4, … 30 s, and from the start again once it could', () => {
  const waits = patience(1);
  expect(Array.from({ length: 7 }, () => waits.next('a'))).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(waits.next('b')).toBeUndefined();
  waits.forget('a');
  expect(waits.next('b')).toBe(1_000);
});
