import { from, map } from 'rxjs';
import type { Observable } from 'rxjs';

/** Asks an iterator for its next item, as `lanes` wants it: `undefined` when there will be no more. */
export function pulled<T>(items: AsyncIterator<T>): Observable<T | undefined> {
  return from(items.next()).pipe(map((next) => (next.done === true ? undefined : next.value)));
}
