import type { JobStatus } from '../../src/model/job.ts';
import type { Admission } from '../../src/model/ledger.ts';

export interface ModelJob {
  status: JobStatus;
  path: string;
  seq: number;
  dueAt: number;
  waits: boolean;
  interruptions: number;
  retries: number;
  cancelRequested: boolean;
}

/** What the ledger is, said in the shortest way: one job for each content, by rules that fit a screen. */
export class Model {
  readonly jobs = new Map<string, ModelJob>();
  now = 1_000;
  #seq = 0;
  #latest = Infinity;

  admit(content: string, path: string): Admission['kind'] {
    const job = this.jobs.get(content);
    if (job === undefined) {
      this.jobs.set(content, { ...clean, status: 'pending', path, seq: this.#seq++, dueAt: this.now });
      return 'admitted';
    }
    if (job.path !== path) return 'duplicate';
    if (job.status !== 'failed') return 'known';
    Object.assign(job, clean, { status: 'pending', dueAt: this.now });
    return 'admitted';
  }

  claim(): string | undefined {
    if (this.now < this.#latest) for (const [, job] of this.with('pending')) if (!job.waits) job.dueAt = Math.min(job.dueAt, this.now);
    this.#latest = this.now;
    const inWork = this.with('processing');
    if (inWork.some(([, job]) => job.interruptions >= 2)) return undefined;
    const due = this.with('pending')
      .filter(([, job]) => job.dueAt <= this.now)
      .sort(([, a], [, b]) => a.dueAt - b.dueAt || a.seq - b.seq);
    const next = due.find(([, job]) => job.interruptions < 2) ?? (inWork.length === 0 ? due[0] : undefined);
    if (next === undefined) return undefined;
    Object.assign(next[1], { status: 'processing', waits: false });
    return next[0];
  }

  recover(): number {
    this.#latest = Infinity;
    for (const [, job] of this.with('processing')) {
      if (job.cancelRequested) job.status = 'cancelled';
      else if (job.interruptions + 1 >= 6) job.status = 'failed';
      else Object.assign(job, { status: 'pending', interruptions: job.interruptions + 1 });
    }
    return this.with('pending').length;
  }

  putBack(job: ModelJob, change: Partial<ModelJob>): void {
    if (job.status !== 'processing') return;
    if (job.cancelRequested) job.status = 'cancelled';
    else Object.assign(job, { status: 'pending' }, change);
  }

  cancel(job: ModelJob): boolean {
    if (job.status === 'pending') job.status = 'cancelled';
    else if (job.status === 'processing') job.cancelRequested = true;
    else return false;
    return true;
  }

  retry(job: ModelJob): boolean {
    if (job.status === 'pending' || job.status === 'processing') return false;
    Object.assign(job, clean, { status: 'pending', dueAt: this.now });
    return true;
  }

  with(status: JobStatus): [string, ModelJob][] {
    return [...this.jobs].filter(([, job]) => job.status === status);
  }
}

const clean = { waits: false, interruptions: 0, retries: 0, cancelRequested: false };
