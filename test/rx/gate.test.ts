import { NEVER, Observable, Subject, finalize, from, mergeMap, of, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { gate } from '../../src/rx/gate.ts';

/** A source that says when it is subscribed to and when it is torn down. */
function watched(source: Observable<string>, running: { now: number; most: number; started: string[] }, name: string): Observable<string> {
  return new Observable<string>((subscriber) => {
    running.now++;
    running.most = Math.max(running.most, running.now);
    running.started.push(name);
    subscriber.add(source.subscribe(subscriber));
    return () => running.now--;
  });
}

function counters(): { now: number; most: number; started: string[] } {
  return { now: 0, most: 0, started: [] };
}

describe('gate', () => {
  it('keeps its bound over several streams and lets them in one after the other, in the order they came', () => {
    const running = counters();
    const pass = gate<string>(2);
    const sources = ['a', 'b', 'c', 'd'].map((name) => ({ name, ends: new Subject<string>() }));
    for (const { name, ends } of sources) watched(ends, running, name).pipe(pass).subscribe();
    expect(running.started).toEqual(['a', 'b']);
    sources[1]!.ends.complete();
    expect(running.started).toEqual(['a', 'b', 'c']);
    sources[0]!.ends.complete();
    sources[2]!.ends.complete();
    sources[3]!.ends.complete();
    expect(running).toEqual({ now: 0, most: 2, started: ['a', 'b', 'c', 'd'] });
  });

  it('forgets who stops waiting, and gives the place of who stops running to the next', () => {
    const running = counters();
    const pass = gate<string>(1);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => watched(NEVER, running, name).pipe(pass).subscribe());
    b?.unsubscribe();
    a?.unsubscribe();
    expect(running.started).toEqual(['a', 'c']);
    c?.unsubscribe();
    watched(NEVER, running, 'd').pipe(pass).subscribe().unsubscribe();
    expect(running).toEqual({ now: 0, most: 1, started: ['a', 'c', 'd'] });
  });

  it('stops the one before it starts the next, also when it is cancelled (a worker would be asked for twice)', () => {
    const running = counters();
    const pass = gate<string>(1);
    const subscriptions = ['a', 'b', 'c'].map((name) => watched(NEVER, running, name).pipe(pass).subscribe());
    for (const subscription of subscriptions) subscription.unsubscribe();
    expect(running.most).toBe(1);
  });

  it('frees the place of a source that ends or fails while it is being let in (a place was lost for ever)', () => {
    const pass = gate<string>(1);
    const heard: string[] = [];
    const first = new Subject<string>();
    const sources = [first, of('b'), throwError(() => new Error('c')), of('d')];
    for (const source of sources)
      source.pipe(pass).subscribe({ next: (value) => heard.push(value), error: (error: unknown) => heard.push((error as Error).message) });
    first.complete();
    expect(heard).toEqual(['b', 'c', 'd']);
    of('e')
      .pipe(pass)
      .subscribe((value) => heard.push(value));
    expect(heard).toEqual(['b', 'c', 'd', 'e']);
  });

  it('frees the place of a stream that fails', () => {
    const pass = gate<string>(1);
    const failing = new Subject<string>();
    const heard: string[] = [];
    failing.pipe(pass).subscribe({ error: () => heard.push('failed') });
    of('next')
      .pipe(pass)
      .subscribe((value) => heard.push(value));
    failing.error(new Error('no'));
    expect(heard.toSorted()).toEqual(['failed', 'next']);
  });

  it('can be passed again and again by one stream', () => {
    const pass = gate<string>(2);
    const heard: string[] = [];
    let ended = 0;
    from(['a', 'b', 'c', 'd', 'e'])
      .pipe(
        mergeMap((name) =>
          of(name).pipe(
            pass,
            finalize(() => ended++),
          ),
        ),
      )
      .subscribe((value) => heard.push(value));
    expect(heard).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(ended).toBe(5);
  });
});
