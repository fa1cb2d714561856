import { lstat, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { Subject, Subscription, asyncScheduler, firstValueFrom, merge } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import type { Clock } from '../model/clock.ts';
import { MillraceError, toErrorData } from '../model/errors.ts';
import type { Emit } from '../model/events.ts';
import type { Arrival } from '../model/ledger.ts';
import type { PlannedSource } from '../model/plan.ts';
import { seldom } from '../rx/seldom.ts';
import { Hints } from './hints.ts';
import { sieve } from './ignored.ts';
import { notRegular, scan } from './scan.ts';
import type { FoundFile } from './scan.ts';
import { watchFolders } from './watcher.ts';
import type { Watch, WatchNews } from './watcher.ts';

export interface FolderTerms {
  pipeline: string;
  source: PlannedSource;
  clock: Clock;
  emit: Emit;
  scheduler?: SchedulerLike;
  watch?: Watch;
}

/** A watched folder's candidates: files that are there, whether or not they are finished or known. The same path may come many times. */
export interface WatchedFolder extends AsyncIterable<Arrival> {
  /** Hands this path out again, `after` milliseconds or at once. */
  look(path: string, after?: number): void;
}

/** Milliseconds between scans while nothing can be watched … */
const pollEvery = 10_000;
/** … and until watching is tried again. */
const watchAgainAfter = 600_000;
/** Hints that wait at once; more of them mean a scan. */
const hintLimit = 10_000;
/** Milliseconds after which a new folder is looked at once more: files may have come between its appearance and its watch. */
const newFolderAgain = 1_000;
/** A file that is ignored is said to be so once in a day (ms), and no more than this many are remembered. */
const ignoredEvery = 86_400_000;
const ignoredLimit = 10_000;

/**
 * Hands out what is in a folder as fast as it is taken. Scans are the truth: one at the start, one when watching begins, one every `rescan`, one after
 * every error. Watching starts only after the first scan has come to its end, and its events are hints where to look before the next.
 */
export function watchFolder(terms: FolderTerms): WatchedFolder {
  const folder = new Folder(terms);
  return { look: (path, after = 0) => folder.look(path, after), [Symbol.asyncIterator]: () => folder.iterate() };
}

class Folder {
  readonly #terms: Required<FolderTerms>;
  readonly #hints = new Hints(hintLimit);
  readonly #woken = new Subject<void>();
  readonly #work = new Subscription();
  readonly #sieve;
  readonly #sayIgnored;
  #watching: Subscription | undefined;
  /** Device and inode of the folder that is watched: one that was put in its place is another. */
  #watched = '';
  #nextScan: Subscription | undefined;
  #mayWatch = true;
  #scanDue = true;
  #degraded = false;
  #stopped = false;

  constructor(terms: FolderTerms) {
    this.#terms = { scheduler: asyncScheduler, watch: watchFolders, ...terms };
    this.#sieve = sieve(terms.source);
    this.#sayIgnored = seldom(terms.clock, ignoredEvery, ignoredLimit);
  }

  look(path: string, after: number): void {
    if (after === 0) this.#hints.add(path);
    else this.#later(after, () => this.#hints.add(path));
  }

  iterate(): AsyncIterator<Arrival, void, undefined> {
    const arrivals = this.#arrivals();
    const stop = (): Promise<IteratorResult<Arrival, void>> => {
      this.#stopped = true;
      this.#work.unsubscribe();
      this.#woken.next();
      return arrivals.return();
    };
    return { next: () => arrivals.next(), return: stop };
  }

  async *#arrivals(): AsyncGenerator<Arrival, void, undefined> {
    while (!this.#stopped) {
      if (this.#scanDue || this.#hints.lost) {
        yield* this.#scan();
      } else {
        const path = this.#hints.take();
        if (path === undefined) await this.#wake();
        else yield* this.#lookAt(path);
      }
    }
  }

  async *#scan(): AsyncGenerator<Arrival, void, undefined> {
    const { pipeline, source, clock, emit } = this.#terms;
    this.#scanDue = false;
    this.#hints.lost = false;
    const started = clock.monotonic();
    let found = 0;
    try {
      await this.#assertSameFolder();
      for await (const file of this.#filesIn(source.watch, '')) {
        found++;
        yield file;
        for (let path = this.#hints.take(); path !== undefined; path = this.#hints.take()) yield* this.#lookAt(path);
      }
      emit({ type: 'source.scanned', pipeline, found, duration: clock.monotonic() - started });
      this.#scanned();
    } catch (error) {
      this.#unwatch();
      this.#degrade(`${source.watch} cannot be read`, error);
      this.#scanIn(Math.min(pollEvery, source.rescan));
    }
  }

  /** A folder that was unmounted, moved away or made anew is watched anew: the kernel tells nothing of it any more. */
  async #assertSameFolder(): Promise<void> {
    const { dev, ino } = await stat(this.#terms.source.watch);
    const folder = `${dev}-${ino}`;
    if (folder !== this.#watched) this.#unwatch();
    this.#watched = folder;
  }

  #unwatch(): void {
    if (this.#watching === undefined) return;
    this.#work.remove(this.#watching);
    this.#watching.unsubscribe();
    this.#watching = undefined;
    this.#mayWatch = true;
  }

  async *#lookAt(path: string): AsyncGenerator<Arrival, void, undefined> {
    const name = relative(this.#terms.source.watch, path);
    // A hint is only worth a look: what is gone again needs none, and what cannot be looked at is the scan's to tell.
    const stats = await lstat(path).catch(() => undefined);
    if (stats === undefined || foldersAbove(name).some((folder) => this.#sieve.folder(folder) !== undefined)) return;
    if (stats.isDirectory()) {
      if (name === '' || this.#sieve.folder(name) === undefined) yield* this.#lookInto(path, name);
      return;
    }
    const unwanted = this.#sieve.file(name);
    if (unwanted !== undefined) this.#ignored(path, unwanted, false);
    else if (!stats.isFile()) this.#ignored(path, notRegular, true);
    else yield this.#arrival({ path, name });
  }

  /** What moved in with a folder has no event of its own. */
  async *#lookInto(path: string, name: string): AsyncGenerator<Arrival, void, undefined> {
    try {
      yield* this.#filesIn(path, name);
    } catch (error) {
      this.#ignored(path, `the folder cannot be read: ${String(error)}`, true);
    }
  }

  async *#filesIn(folder: string, prefix: string): AsyncGenerator<Arrival, void, undefined> {
    const ignored = (path: string, reason: string, missed: boolean): void => this.#ignored(path, reason, missed);
    for await (const file of scan(folder, { sieve: this.#sieve, ignored, prefix })) yield this.#arrival(file);
  }

  #scanned(): void {
    if (this.#watching === undefined && this.#mayWatch) this.#watch();
    const watched = this.#watching !== undefined;
    if (watched) this.#degraded = false;
    this.#scanIn(watched ? this.#terms.source.rescan : Math.min(pollEvery, this.#terms.source.rescan));
  }

  #watch(): void {
    this.#mayWatch = false;
    const watching = this.#terms.watch(this.#terms.source.watch, this.#sieve).subscribe({
      next: (news) => this.#heard(news),
      error: (error: unknown) => this.#watchFailed(error),
    });
    if (watching.closed) return;
    this.#watching = watching;
    this.#work.add(watching);
  }

  #heard(news: WatchNews): void {
    if (news.kind === 'ready') return this.#scanSoon();
    this.#hints.add(news.path);
    if (news.kind === 'folder') this.look(news.path, newFolderAgain);
  }

  #watchFailed(error: unknown): void {
    this.#watching = undefined;
    this.#degrade(`${this.#terms.source.watch} cannot be watched and is only scanned; see fs.inotify.max_user_watches`, error);
    this.#later(watchAgainAfter, () => (this.#mayWatch = true));
    this.#scanSoon();
  }

  /** A fault is told once, until all has been well again. */
  #degrade(message: string, cause: unknown): void {
    if (this.#degraded) return;
    this.#degraded = true;
    this.#terms.emit({
      type: 'source.degraded',
      pipeline: this.#terms.pipeline,
      error: toErrorData(new MillraceError('source.unreadable', message, cause)),
    });
  }

  #ignored(path: string, reason: string, missed: boolean): void {
    if (this.#sayIgnored(`${path}\0${reason}`)) this.#terms.emit({ type: 'file.ignored', pipeline: this.#terms.pipeline, path, reason, missed });
  }

  #arrival({ path, name }: FoundFile): Arrival {
    return { pipeline: this.#terms.pipeline, path, name, batch: null };
  }

  #scanSoon(): void {
    this.#scanDue = true;
    this.#woken.next();
  }

  /** There is one next scan, however many reasons there were for the last. */
  #scanIn(after: number): void {
    this.#nextScan?.unsubscribe();
    this.#nextScan = this.#later(after, () => this.#scanSoon());
  }

  #later(after: number, work: () => void): Subscription {
    const action = this.#terms.scheduler.schedule(() => {
      action.unsubscribe();
      work();
    }, after);
    this.#work.add(action);
    return action;
  }

  async #wake(): Promise<void> {
    await firstValueFrom(merge(this.#woken, this.#hints.added), { defaultValue: undefined });
  }
}

/** `a/b/c.pdf` → `a`, `a/b`. */
function foldersAbove(name: string): string[] {
  const parts = name.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}
