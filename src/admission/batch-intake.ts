import { concat, defer, finalize, from, ignoreElements, mergeMap, of, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { asMillraceError, toErrorData } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { AdmissionTerms, Arrival } from '../model/ledger.ts';
import { queueOf } from '../model/ledger.ts';
import type { Plan } from '../model/plan.ts';
import { lanes } from '../rx/lanes.ts';
import { pulled } from '../rx/pulled.ts';
import { fingerprint } from './fingerprint.ts';
import { inTurn } from './in-turn.ts';
import { admittedAtOnce, termsOf } from './intake.ts';
import type { Doors, Intake } from './intake.ts';
import { Presence } from './presence.ts';
import { recoverClaims } from './recover.ts';
import { releaser } from './releaser.ts';
import { room } from './room.ts';
import { tell } from './take-in.ts';

/** Takes in what a batch lists, reading originals where they stand. A file that cannot be read is a failed job: a batch accounts for every file. */
export function batchIntake(plan: Plan, batch: string, files: AsyncIterable<Arrival>, doors: Doors): Intake {
  const { ledger, emit } = doors;
  const terms = termsOf(plan, 'in_place', doors.workFolder);
  const presence = new Presence();
  const waiting = room(() => ledger.unfinished([queueOf({ batch, pipeline: plan.name })]));
  const releaseOne = releaser([plan], { ...doors, custody: inTurn() });
  const iterator = files[Symbol.asyncIterator]();
  const hand = (arrival: Arrival): Observable<Arrival> =>
    defer(() => {
      const visit = presence.enter(arrival.path);
      return visit === undefined ? [] : concat(of(arrival), from(visit.over).pipe(ignoreElements()));
    });
  const admitOne = async (arrival: Arrival): Promise<void> => {
    if (await waiting.enter()) await readIn(arrival, terms, doors);
    presence.visit(arrival.path)?.leave();
  };
  const release = (job: Job): Promise<void> => {
    waiting.freed();
    return releaseOne(job);
  };
  return {
    arrivals: lanes(2 * admittedAtOnce, () => pulled(iterator), hand).pipe(
      tap({ unsubscribe: () => waiting.close() }),
      finalize(() => void iterator.return?.()),
    ),
    admit: mergeMap(admitOne, admittedAtOnce),
    release,
    recover: () => recoverClaims({ ledger, workFolder: doors.workFolder, emit, release }),
  };
}

async function readIn(arrival: Arrival, terms: AdmissionTerms, doors: Doors): Promise<void> {
  const { ledger, clock, emit } = doors;
  const print = await fingerprint(arrival.path).catch(asMillraceError);
  if (!(print instanceof Error)) {
    tell(ledger.admit(arrival, print, terms, clock.now()), arrival, doors);
    return;
  }
  const error = toErrorData(print);
  const job = ledger.refuse(arrival, terms, error, clock.now());
  emit({ type: 'job.admitted', job: job.id, pipeline: job.pipeline, filename: job.filename, bytes: 0, again: false });
  emit({ type: 'job.failed', job: job.id, pipeline: job.pipeline, filename: job.filename, error, duration: 0 });
}
