import type { Event } from '../model/events.ts';

/** What a page hears: jobs by id, never a path. */
export interface Told {
  id: string;
  type: string;
  data: Record<string, unknown>;
}

/** Happenings that a page which lost its connection for a while can still get. */
const remembered = 2_000;

/**
 * Numbers what happens to jobs, so that a client can go on after the last one it has heard. Numbers of another run of the daemon, or from too long ago,
 * mean nothing here: then the client has to look at everything anew.
 */
export class Feed {
  readonly #run: string;
  #count = 0;
  #told: Told[] = [];
  readonly #listeners = new Set<(told: Told) => void>();

  constructor(run: string) {
    this.#run = run;
  }

  hear(event: Event): void {
    const data = dataOf(event);
    if (data === undefined) return;
    const told = { id: `${this.#run}-${++this.#count}`, type: event.type, data };
    this.#told.push(told);
    if (this.#told.length > 2 * remembered) this.#told = this.#told.slice(-remembered);
    for (const listen of this.#listeners) listen(told);
  }

  /** What came after `id`; undefined when that cannot be said. */
  since(id: string): Told[] | undefined {
    const at = this.#told.findIndex((told) => told.id === id);
    if (at >= 0) return this.#told.slice(at + 1);
    return id === this.latest ? [] : undefined;
  }

  /** The number of the last happening, also before there was any. */
  get latest(): string {
    return `${this.#run}-${this.#count}`;
  }

  /** Returns how to stop. */
  listen(listener: (told: Told) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function dataOf(event: Event): Record<string, unknown> | undefined {
  switch (event.type) {
    case 'job.admitted':
      return { ...nameOf(event), status: 'pending', progress: 0 };
    case 'job.started':
      return { ...nameOf(event), status: 'processing' };
    case 'job.progress':
      return { ...nameOf(event), status: 'processing', progress: event.progress, stage: event.stage };
    case 'job.retrying':
      return { ...nameOf(event), retries: event.retries, code: event.error.code };
    case 'job.completed':
      return { ...nameOf(event), status: 'completed', progress: 1, pages: event.pages, partial: event.partial };
    case 'job.failed':
      return { ...nameOf(event), status: 'failed', code: event.error.code };
    case 'job.cancelled':
      return { ...nameOf(event), status: 'cancelled' };
    default:
      return undefined;
  }
}

const nameOf = ({ job, pipeline, filename }: { job: string; pipeline: string; filename: string }) => ({ job_id: job, pipeline, filename });
