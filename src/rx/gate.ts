import { Observable } from 'rxjs';
import type { MonoTypeOperatorFunction, Subscription } from 'rxjs';

/**
 * Lets at most `size` subscriptions run at once, over all streams that pass through the same gate; the others wait in line.
 * A stage's gate is shared by all documents, which `mergeMap`'s own bound cannot be.
 */
export function gate<T>(size: number): MonoTypeOperatorFunction<T> {
  let running = 0;
  const waiting = new Set<() => void>();
  return (source) =>
    new Observable<T>((subscriber) => {
      let inner: Subscription | undefined;
      const enter = (): void => {
        waiting.delete(enter);
        running++;
        inner = source.subscribe(subscriber);
      };
      if (running < size) enter();
      else waiting.add(enter);
      return () => {
        if (inner === undefined) {
          waiting.delete(enter);
          return;
        }
        inner.unsubscribe();
        running--;
        const [next] = waiting;
        next?.();
      };
    });
}
