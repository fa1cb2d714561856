import { concat, defer, finalize, of, timer, ignoreElements } from 'rxjs';
import type { Observable } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, it } from 'vitest';
import { lanes } from '../../src/rx/lanes.ts';

function marbles(test: Parameters<TestScheduler['run']>[0]): void {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(test);
}

/** Hands out these items, each at once, and then says that no more will come. */
function pulls(items: readonly string[]): { pull: () => Observable<string | undefined>; pulled: () => number } {
  const left = [...items];
  let pulled = 0;
  return {
    pull: () =>
      defer(() => {
        pulled++;
        return of(left.shift());
      }),
    pulled: () => pulled,
  };
}

const after = (milliseconds: number, result: string): Observable<string> => concat(timer(milliseconds).pipe(ignoreElements()), of(result));

describe('lanes', () => {
  it('asks for the next item only when the one before has ended, and ends when there is none', () => {
    marbles(({ expectObservable }) => {
      const { pull } = pulls(['a', 'b', 'c']);
      expectObservable(lanes(1, pull, (item) => after(3, item))).toBe('---a--b--(c|)');
    });
  });

  it('holds nothing up behind one slow item', () => {
    marbles(({ expectObservable }) => {
      const { pull } = pulls(['slow', 'a', 'b', 'c']);
      expectObservable(lanes(2, pull, (item) => after(item === 'slow' ? 7 : 2, item))).toBe('--a-b-c(s|)', { a: 'a', b: 'b', c: 'c', s: 'slow' });
    });
  });

  it('never asks for more items than there are free lanes, however fast they could come', () => {
    marbles(({ expectObservable, flush }) => {
      const { pull, pulled } = pulls(Array.from({ length: 100 }, () => 'x'));
      expectObservable(
        lanes(3, pull, () => after(10, 'x')),
        '-----!',
      ).toBe('------');
      flush();
      expect(pulled()).toBe(3);
    });
  });

  it('waits for an item that is not there yet', () => {
    marbles(({ cold, expectObservable }) => {
      const answers = [cold('---(a|)'), cold('-(b|)'), cold('(u|)', { u: undefined })];
      expectObservable(
        lanes(
          1,
          () => answers.shift() ?? of(undefined),
          (item) => after(1, item),
        ),
      ).toBe('----a-(b|)');
    });
  });

  it('stops what runs in every lane and asks for nothing more when it is unsubscribed', () => {
    marbles(({ expectObservable, flush }) => {
      const { pull, pulled } = pulls(Array.from({ length: 9 }, () => 'x'));
      let stopped = 0;
      expectObservable(
        lanes(3, pull, () => after(9, 'x').pipe(finalize(() => stopped++))),
        '----!',
      ).toBe('-----');
      flush();
      expect([pulled(), stopped]).toEqual([3, 3]);
    });
  });

  it('ends all lanes with the error of one, so that a fault of the program is not passed over', () => {
    marbles(({ cold, expectObservable }) => {
      const { pull } = pulls(['a', 'b']);
      expectObservable(lanes(2, pull, (item) => (item === 'a' ? cold('-#') : cold('----(b|)')))).toBe('-#');
    });
  });
});
