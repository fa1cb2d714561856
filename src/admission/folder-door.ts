import { EMPTY, asyncScheduler, concat, concatMap, defer, finalize, from, ignoreElements, map, of, tap } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import { MillraceError, asMillraceError, toErrorData } from '../model/errors.ts';
import type { AdmissionTerms, Arrival } from '../model/ledger.ts';
import { queueOf } from '../model/ledger.ts';
import type { Plan } from '../model/plan.ts';
import { lanes } from '../rx/lanes.ts';
import { pulled } from '../rx/pulled.ts';
import { seldom } from '../rx/seldom.ts';
import { termsOf } from './intake.ts';
import type { CustodyDoors } from './intake.ts';
import { patience } from './patience.ts';
import { Presence } from './presence.ts';
import { room } from './room.ts';
import { lookAt, settle } from './settle.ts';
import type { Sample, Settlement } from './settle.ts';
import { sourceError } from './source-error.ts';
import { takeIn } from './take-in.ts';

/** Where candidates come from: files that are there, whether or not they are finished or known. */
export interface Inbox extends AsyncIterable<Arrival> {
  /** Hands this path out again, `after` milliseconds or at once. */
  look(path: string, after?: number): void;
}

/** Files that settle at once: what bounds memory, and holds the scan back while the ledger is full. */
const placesAtOnce = 1_000;
/** Files remembered because they cannot be taken yet; beyond that a scan finds them again. */
const waitingLimit = 10_000;
/** A file that waits is told of once in ten minutes, one without bytes once in a day (ms). */
const unreadableEvery = 600_000;
const emptyEvery = 86_400_000;

/** One watched folder's way in: candidates settle, and what has settled is taken. What cannot be taken yet is looked at again, later and later. */
export class FolderDoor {
  readonly #plan: Plan;
  readonly #inbox: Inbox;
  readonly #doors: CustodyDoors;
  readonly #scheduler: SchedulerLike;
  readonly #terms: AdmissionTerms;
  readonly #presence = new Presence();
  readonly #waits = patience(waitingLimit);
  readonly #sayUnreadable;
  readonly #sayEmpty;
  readonly #room;

  constructor(plan: Plan, inbox: Inbox, doors: CustodyDoors, scheduler: SchedulerLike = asyncScheduler) {
    this.#plan = plan;
    this.#inbox = inbox;
    this.#doors = doors;
    this.#scheduler = scheduler;
    this.#terms = termsOf(plan, plan.source.originals === 'keep' ? 'in_place' : 'claim', doors.workFolder);
    this.#sayUnreadable = seldom(doors.clock, unreadableEvery, waitingLimit);
    this.#sayEmpty = seldom(doors.clock, emptyEvery, waitingLimit);
    const queue = queueOf({ batch: null, pipeline: plan.name });
    this.#room = room(() => doors.ledger.unfinished([queue]), scheduler);
  }

  /** Files that have settled; a place is free again when its file has been admitted. */
  arrivals(): Observable<Arrival> {
    return defer(() => {
      const files = this.#inbox[Symbol.asyncIterator]();
      return lanes(
        placesAtOnce,
        () => pulled(files),
        (arrival) => this.#settle(arrival),
      ).pipe(
        tap({ unsubscribe: () => this.#room.close() }),
        finalize(() => void files.return?.()),
      );
    });
  }

  async admit(arrival: Arrival): Promise<void> {
    const visit = this.#presence.visit(arrival.path);
    try {
      if (visit === undefined || !(await this.#room.enter())) return;
      const taken = await takeIn(arrival, visit.settled, { terms: this.#terms, source: this.#plan.source }, this.#doors);
      if (taken) this.#waits.forget(arrival.path);
      else this.#wait(arrival.path);
    } catch (error) {
      this.#trouble(arrival.path, asMillraceError(error));
    } finally {
      visit?.leave();
    }
  }

  /** A job has ended. */
  freed(): void {
    this.#room.freed();
  }

  #settle(arrival: Arrival): Observable<Arrival> {
    return defer(() => {
      const visit = this.#presence.enter(arrival.path);
      if (visit === undefined) return EMPTY;
      const { settle: quiet } = this.#plan.source;
      return settle(arrival.path, {
        settle: quiet,
        now: () => this.#doors.clock.now(),
        look: (path) => this.#look(path),
        scheduler: this.#scheduler,
      }).pipe(
        concatMap((settlement) => {
          if (settlement.kind !== 'settled') return this.#unsettled(arrival.path, settlement);
          visit.settled = settlement.signature;
          return concat(of(arrival), from(visit.over).pipe(ignoreElements()));
        }),
        finalize(() => {
          visit.leave();
          if (visit.again) this.#inbox.look(arrival.path);
        }),
      );
    });
  }

  /** A file that stays where it is comes up in every scan: one that is known goes no further, and is not hashed again. */
  #look(path: string): Observable<Sample> {
    const known = (sample: Sample): boolean => sample.kind === 'file' && this.#doors.ledger.isKnown(this.#plan.name, path, sample.signature);
    const seen = lookAt(path);
    return this.#terms.custody === 'claim' ? seen : seen.pipe(map((sample) => (known(sample) ? { kind: 'known' } : sample)));
  }

  #unsettled(path: string, settlement: Exclude<Settlement, { kind: 'settled' }>): Observable<never> {
    if (settlement.kind === 'unreadable') this.#trouble(path, sourceError(settlement.error, path));
    else if (settlement.kind === 'empty') this.#empty(path);
    else this.#waits.forget(path);
    return EMPTY;
  }

  #empty(path: string): void {
    const error = toErrorData(new MillraceError('document.empty', `${path} has no bytes yet`));
    if (this.#sayEmpty(path)) this.#doors.emit({ type: 'file.waiting', pipeline: this.#plan.name, path, error });
    this.#wait(path);
  }

  #trouble(path: string, error: MillraceError): void {
    if (error.code === 'source.changed') {
      this.#inbox.look(path);
    } else if (error.code === 'source.vanished' || error.code === 'source.not-a-file') {
      this.#waits.forget(path);
    } else {
      if (this.#sayUnreadable(path)) this.#doors.emit({ type: 'file.waiting', pipeline: this.#plan.name, path, error: toErrorData(error) });
      this.#wait(path);
    }
  }

  #wait(path: string): void {
    const after = this.#waits.next(path);
    if (after !== undefined) this.#inbox.look(path, after);
  }
}
