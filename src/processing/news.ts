import { interval, map, merge, mergeMap, share, tap } from 'rxjs';
import type { Observable, Subject } from 'rxjs';
import type { Ledger } from '../model/ledger.ts';

/** Another process tells the daemon something through the ledger alone; it is noticed this soon (ms). */
const lookEvery = 1_000;

/** Emits in regular steps, with whether another process has written to the ledger meanwhile, and when a client of this one has: its version tells of nothing that this one writes. */
export function newsOf(ledger: Ledger, nudges: Subject<void>, told: Observable<void>): Observable<boolean> {
  let seen = ledger.version();
  const looks = interval(lookEvery).pipe(
    map(() => {
      const version = ledger.version();
      const changed = version !== seen;
      seen = version;
      return changed;
    }),
  );
  return merge(looks, told.pipe(map(() => true))).pipe(
    tap((changed) => changed && nudges.next()),
    share(),
  );
}

/** Ids of jobs in work that somebody asked to cancel. */
export function cancelRequests(ledger: Ledger, news: Observable<boolean>): Observable<string> {
  return news.pipe(
    mergeMap(() => ledger.cancelRequests()),
    share(),
  );
}
