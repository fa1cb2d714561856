import { describe, expect, test } from 'vitest';
import { joinTouching, unionOf } from '../../src/model/box.ts';

test('a box around boxes is as small as can be', () => {
  expect(
    unionOf([
      [10, 20, 30, 40],
      [5, 25, 20, 60],
    ]),
  ).toEqual([5, 20, 30, 60]);
});

describe('boxes that touch', () => {
  test('are one, also where only a third joins them', () => {
    expect(
      joinTouching([
        [0, 0, 10, 10],
        [20, 0, 30, 10],
        [10, 0, 20, 10],
      ]),
    ).toEqual([[0, 0, 30, 10]]);
  });

  test('may stand apart by the seam, and not by more', () => {
    const apart = [
      [0, 0, 10, 10],
      [12, 0, 20, 10],
    ] as const;
    expect(joinTouching(apart, 2)).toEqual([[0, 0, 20, 10]]);
    expect(joinTouching(apart, 1)).toEqual(apart);
  });
});
