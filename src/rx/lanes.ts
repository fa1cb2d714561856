import { concatMap, defer, mergeMap, of, range, repeat, takeWhile } from 'rxjs';
import type { Observable } from 'rxjs';

/**
 * `count` lanes, each of which asks for work only when it has nothing to do: back-pressure by pull, with no buffer that could grow.
 * `pull` emits one item, or `undefined` when there will be no more; a lane ends with that. `run` must not fail: an error ends all lanes.
 */
export function lanes<T, R>(count: number, pull: () => Observable<T | undefined>, run: (item: T) => Observable<R>): Observable<R> {
  const lane = defer(pull).pipe(
    concatMap((item) => (item === undefined ? of(closed) : run(item))),
    repeat(),
    takeWhile((result): result is R => result !== closed),
  );
  return range(0, count).pipe(mergeMap(() => lane));
}

const closed = Symbol('closed');
