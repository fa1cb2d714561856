import { Observable } from 'rxjs';
import type { MonoTypeOperatorFunction } from 'rxjs';

/**
 * Lets at most `size` subscriptions run at once, over all streams that pass through the same gate; the others wait in line.
 * A stage's gate is shared by all documents, which `mergeMap`'s own bound cannot be.
 */
export function gate<T>(size: number): MonoTypeOperatorFunction<T> {
  let running = 0;
  const waiting = new Set<() => void>();
  return (source) =>
    new Observable<T>((subscriber) => {
      const leave = (): void => {
        running--;
        const [next] = waiting;
        next?.();
      };
      const enter = (): void => {
        waiting.delete(enter);
        running++;
        source.subscribe(subscriber);
        // After the source's own teardown, so that its place is free only when it has stopped; at once if it already has.
        subscriber.add(leave);
      };
      if (running < size) enter();
      else waiting.add(enter);
      return () => waiting.delete(enter);
    });
}
