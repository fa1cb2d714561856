import { NEVER, Subject, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, it } from 'vitest';
import { nextJob } from '../../src/engine/embedded.ts';
import type { EmbeddedTerms } from '../../src/engine/embedded.ts';
import type { Job } from '../../src/model/job.ts';
import { manualClock } from '../support/manual-clock.ts';

const found = { id: 'found' } as Job;

interface Asked {
  terms: EmbeddedTerms;
  looks: number[];
}

/** A ledger that hands out its job from `ready` on, and says that the earliest is due at `due`, in the virtual time of the test. */
function asked(scheduler: TestScheduler, change: { ready: number; due?: number; drainedAt?: number; nudges?: EmbeddedTerms['nudges'] }): Asked {
  const looks: number[] = [];
  const clock = { ...manualClock(), now: () => scheduler.now() };
  const claimNext = (_queues: readonly string[], now: number): Job | undefined => {
    looks.push(now);
    return now >= change.ready ? found : undefined;
  };
  const drained = (): boolean => scheduler.now() >= (change.drainedAt ?? Infinity);
  return { terms: { ledger: { claimNext, nextDue: () => change.due }, clock, queues: ['q'], nudges: change.nudges ?? NEVER, drained }, looks };
}

function marbles(test: (scheduler: TestScheduler, run: Parameters<Parameters<TestScheduler['run']>[0]>[0]) => void): void {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run((run) => test(scheduler, run));
}

describe('the next job', () => {
  it('comes at once when one is due', () => {
    marbles((scheduler, { expectObservable }) => {
      expectObservable(nextJob(asked(scheduler, { ready: 0 }).terms)).toBe('(j|)', { j: found });
    });
  });

  it('is none when none will come, and then none is asked for', () => {
    marbles((scheduler, { expectObservable, flush }) => {
      const { terms, looks } = asked(scheduler, { ready: 0, drainedAt: 0 });
      expectObservable(nextJob(terms)).toBe('(u|)', { u: undefined });
      flush();
      expect(looks).toEqual([]);
    });
  });

  it('comes with the nudge that says that something has happened', () => {
    marbles((scheduler, { expectObservable, hot }) => {
      const { terms } = asked(scheduler, { ready: 5, nudges: hot('--x--x--x') });
      expectObservable(nextJob(terms)).toBe('-----(j|)', { j: found });
    });
  });

  it('comes when its time has come', () => {
    marbles((scheduler, { expectObservable }) => {
      expectObservable(nextJob(asked(scheduler, { ready: 137, due: 137 }).terms)).toBe('137ms (j|)', { j: found });
    });
  });

  it('is found within a second when another process has put it there', () => {
    marbles((scheduler, { expectObservable }) => {
      expectObservable(nextJob(asked(scheduler, { ready: 2_500 }).terms)).toBe('3000ms (j|)', { j: found });
    });
  });

  it('is not asked for again and again while one is due that has to wait for others (a suspect kept the ledger busy every 10 ms)', () => {
    marbles((scheduler, { expectObservable, flush }) => {
      const { terms, looks } = asked(scheduler, { ready: 5_000, due: 0 });
      expectObservable(nextJob(terms)).toBe('5s (j|)', { j: found });
      flush();
      expect(looks).toHaveLength(6);
    });
  });

  it('ends the wait when no more will come', () => {
    marbles((scheduler, { expectObservable }) => {
      const { terms } = asked(scheduler, { ready: Infinity, drainedAt: 20, nudges: timer(20) });
      expectObservable(nextJob(terms)).toBe('20ms (u|)', { u: undefined });
    });
  });

  it('comes after any length of waiting (each second added a link to a chain, until the stack overflowed)', () => {
    const nudges = new Subject<void>();
    let ready = false;
    const heard: (Job | undefined)[] = [];
    const ledger = { claimNext: () => (ready ? found : undefined), nextDue: () => undefined };
    const waiting = nextJob({ ledger, clock: manualClock(), queues: ['q'], nudges, drained: () => false }).subscribe((job) => heard.push(job));
    for (let i = 0; i < 50_000; i++) nudges.next();
    ready = true;
    nudges.next();
    expect(heard).toEqual([found]);
    expect([waiting.closed, nudges.observed]).toEqual([true, false]);
  });
});
