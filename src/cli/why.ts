import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { errorKinds, MillraceError } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { Ledger } from '../model/ledger.ts';
import { oneLine } from '../report/progress-line.ts';
import type { Io } from './io.ts';
import { iso, jobView } from './job-view.ts';
import { jsonOption, stateOption, tell, withLedger } from './state.ts';

interface Arguments {
  file: string;
  state: string;
  json: boolean;
}

export const why = (io: Io): CommandModule<object, Arguments> => ({
  command: 'why <file>',
  describe: 'Say what became of a file or a job, and what to do about it',
  builder: (args) =>
    args
      .positional('file', { type: 'string', demandOption: true, describe: 'A path, a file name or a job id' })
      .option('state', stateOption)
      .option('json', jsonOption)
      .example('$0 why invoices/17.pdf', 'Failed, a duplicate, waiting, or never seen'),
  handler: ({ file: what, state, json }) => {
    withLedger(io, state, (ledger) => {
      const answers = explain(ledger, what, resolve(io.cwd, what));
      if (answers.length === 0)
        throw new MillraceError(
          'job.unknown',
          `Nothing is known of ${what}: it has not arrived, is left out by the pipeline, is empty or cannot be read, or is still settling`,
        );
      tell(io, json, answers, () => answers.map(({ reasons }) => reasons.join('\n')).join('\n\n'));
    });
  },
});

interface Answer {
  job: ReturnType<typeof jobView>;
  /** One sentence a line, the most telling first. */
  reasons: string[];
}

function explain(ledger: Ledger, what: string, path: string): Answer[] {
  const arrivals = [...ledger.arrivalsOf(path), ...(path === what ? [] : ledger.arrivalsOf(what))];
  const found = new Map(
    [...ledger.findJobs(path), ...ledger.findJobs(what), ...arrivals.flatMap(({ job }) => ledger.job(job) ?? [])].map((job) => [job.id, job]),
  );
  return [...found.values()].map((job) => {
    const duplicates = arrivals.filter((arrival) => arrival.duplicate && arrival.job === job.id);
    const asDuplicate = duplicates.map(
      (arrival) =>
        `${oneLine(arrival.path, 500)} arrived at ${iso(arrival.created_at) ?? ''} with the very content of this document, so it was linked to its job:`,
    );
    return { job: jobView(job), reasons: [...asDuplicate, ...reasons(ledger, job)] };
  });
}

function reasons(ledger: Ledger, job: Job): string[] {
  const name = oneLine(job.filename, 200);
  const came = `${name} arrived at ${iso(job.created_at) ?? ''} as ${oneLine(job.file_path, 500)} (job ${job.id}, pipeline ${job.pipeline}).`;
  const tries = ledger.attempts(job.id).filter((attempt) => attempt.error !== null);
  const history = tries.map(
    (attempt) => `Before: ${attempt.stage} ended with ${attempt.error?.code ?? ''}: ${oneLine(attempt.error?.message ?? '', 300)}`,
  );
  const error = job.error === null ? [] : [`${job.error.code}: ${oneLine(job.error.message, 500)}`, errorKinds[job.error.code].help, ...causeOf(job)];
  switch (job.status) {
    case 'completed':
      return [`${name} is done: ${job.result ?? ''}`, came];
    case 'failed':
      return [`${name} failed.`, ...error, came, ...history];
    case 'cancelled':
      return [`${name} was cancelled.`, came];
    case 'processing':
      return [`${name} is in work: stage ${job.stage ?? 'first'}, ${String(Math.round(job.progress * 100))} %.`, came, ...history];
    case 'pending':
      return [
        job.next_at === null ? `${name} waits for its turn.` : `${name} waits until ${iso(job.next_at) ?? ''} for another try.`,
        ...error,
        came,
        ...history,
      ];
  }
}

const causeOf = (job: Job): string[] => (job.error?.cause === undefined ? [] : [`Cause: ${oneLine(job.error.cause, 1_000)}`]);
