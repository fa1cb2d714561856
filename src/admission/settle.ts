import { lstat } from 'node:fs/promises';
import { asyncScheduler, concatMap, defer, expand, filter, from, map, timer, EMPTY } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { FileSignature } from '../model/job.ts';
import { isGone, signature } from './signature.ts';

/** What one look at a path showed. `ctime` is wall time in milliseconds. */
export type Sample =
  | { kind: 'file'; signature: FileSignature; empty: boolean; ctime: number }
  | { kind: 'gone' | 'known' | 'other' }
  | { kind: 'unreadable'; error: unknown };

/** What becomes of a candidate: it has stopped changing; it has no bytes yet; or what the last look showed. */
export type Settlement = { kind: 'settled'; signature: FileSignature } | { kind: 'empty' } | Exclude<Sample, { kind: 'file' }>;

export interface SettleTerms {
  /** Milliseconds that a file must stay unchanged. */
  settle: number;
  /** Wall time in milliseconds, as the file system has it. */
  now: () => number;
  look?: (path: string) => Observable<Sample>;
  scheduler?: SchedulerLike;
}

/** Milliseconds between the two looks at a file that has been as it is for long. */
const secondLook = 500;

/** Looks at a file until it has been the same for the settle time, and at least twice; then emits once what became of it. */
export function settle(path: string, { settle: quiet, now, look = lookAt, scheduler = asyncScheduler }: SettleTerms): Observable<Settlement> {
  const first = defer(() => look(path)).pipe(map((sample) => begin(sample, now(), quiet)));
  return first.pipe(
    expand((watched) => {
      if (watched.settlement !== undefined) return EMPTY;
      const wait = nextLook(watched, quiet);
      return timer(wait, scheduler).pipe(
        concatMap(() => look(path)),
        map((sample) => lookAgain(watched, sample, { elapsed: wait, now: now(), quiet })),
      );
    }, 1),
    map((watched) => watched.settlement),
    filter((settlement) => settlement !== undefined),
  );
}

/** A file under watch: `age` is for how long (ms) its state is known to have stood. */
interface Watched {
  sample: Sample;
  age: number;
  settlement: Settlement | undefined;
}

function begin(sample: Sample, now: number, quiet: number): Watched {
  const age = sample.kind === 'file' ? Math.max(0, now - sample.ctime) : 0;
  return { sample, age: Math.min(age, quiet), settlement: sample.kind === 'file' ? undefined : sample };
}

function lookAgain(watched: Watched, sample: Sample, { elapsed, now, quiet }: { elapsed: number; now: number; quiet: number }): Watched {
  if (sample.kind !== 'file') return { sample, age: 0, settlement: sample };
  if (watched.sample.kind !== 'file') return { sample, age: 0, settlement: undefined };
  const same = sample.signature === watched.sample.signature;
  const age = same ? watched.age + elapsed : sinceChange(now - sample.ctime, elapsed);
  return { sample, age, settlement: same && age >= quiet ? verdict(sample) : undefined };
}

/** A change happened after the last look. When exactly, the file system's clock says, unless it is off: then it counts as having happened now. */
function sinceChange(age: number, elapsed: number): number {
  return age < 0 || age > elapsed + clockTolerance ? 0 : Math.min(age, elapsed);
}

/** Milliseconds by which timers may be late and stamps coarse on one machine. */
const clockTolerance = 100;

/** An old file needs a second look all the same; a young one is looked at half-way, and again when its time has come. */
function nextLook({ age }: Pick<Watched, 'age'>, quiet: number): number {
  return age >= quiet ? Math.min(quiet, secondLook) : Math.min(quiet - age, Math.max(quiet / 2, secondLook));
}

/** A copy begins with no bytes; only one that stays so is said to be empty. */
function verdict({ signature, empty }: Extract<Sample, { kind: 'file' }>): Settlement {
  return empty ? { kind: 'empty' } : { kind: 'settled', signature };
}

/** Never fails: what went wrong is what was seen. */
export function lookAt(path: string): Observable<Sample> {
  return defer(() => from(sampleOf(path)));
}

async function sampleOf(path: string): Promise<Sample> {
  try {
    const stats = await lstat(path, { bigint: true });
    if (!stats.isFile()) return { kind: 'other' };
    return { kind: 'file', signature: signature(stats), empty: stats.size === 0n, ctime: Number(stats.ctimeMs) };
  } catch (error) {
    return isGone(error) ? { kind: 'gone' } : { kind: 'unreadable', error };
  }
}
