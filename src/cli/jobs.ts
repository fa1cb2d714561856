import type { CommandModule } from 'yargs';
import { MillraceError } from '../model/errors.ts';
import type { Job, JobStatus } from '../model/job.ts';
import type { Spending } from '../model/usage.ts';
import { counted } from '../report/counted.ts';
import { oneLine } from '../report/progress-line.ts';
import type { Io } from './io.ts';
import { jobView } from './job-view.ts';
import { once } from './once.ts';
import { jobByPrefix, jsonOption, stateOption, tell, withLedger } from './state.ts';

interface Arguments {
  id: string | undefined;
  status: JobStatus | undefined;
  pipeline: string | undefined;
  limit: number;
  state: string;
  json: boolean;
}

const statuses: readonly JobStatus[] = ['pending', 'processing', 'completed', 'failed', 'cancelled'];

export const jobs = (io: Io): CommandModule<object, Arguments> => ({
  command: 'jobs [id]',
  describe: 'List jobs, newest first, or show one with its attempts',
  builder: (args) =>
    args
      .positional('id', { type: 'string', describe: 'Job id, or the beginning of one' })
      .option('status', { choices: statuses, describe: 'Only jobs of this status', coerce: once<JobStatus>('status') })
      .option('pipeline', { type: 'string', describe: 'Only jobs of this pipeline', coerce: once<string>('pipeline') })
      .option('limit', { type: 'number', default: 50, describe: 'Most jobs to list', coerce: once<number>('limit') })
      .option('state', stateOption)
      .option('json', jsonOption)
      .example('$0 jobs --status failed', 'What went wrong')
      .example('$0 jobs 3f2a', 'One job, with its attempts'),
  handler: ({ id, status, pipeline, limit, state, json }) => {
    if (!Number.isInteger(limit) || limit < 1) throw new MillraceError('usage.invalid', '--limit must be a whole number from 1 on');
    withLedger(io, state, (ledger) => {
      if (id === undefined) {
        const found = ledger.listJobs({ ...(status && { status }), ...(pipeline !== undefined && { pipeline }), limit });
        tell(io, json, { jobs: found.map(jobView) }, () => (found.length === 0 ? 'No jobs' : found.map((job) => row(job, io.columns)).join('\n')));
        return;
      }
      const job = jobByPrefix(ledger, id);
      const attempts = ledger.attempts(job.id);
      const history = attempts.map((a) => `  ${a.stage} ${pagesOf(a.first, a.last)} ${ending(a)}`);
      tell(io, json, { ...jobView(job), attempts }, () => [...details(job), '', counted(attempts.length, 'attempt'), ...history].join('\n'));
    });
  },
});

function row(job: Job, columns: number): string {
  const note =
    job.status === 'failed'
      ? (job.error?.code ?? '')
      : job.status === 'processing'
        ? `${job.stage ?? ''} ${String(Math.round(job.progress * 100))}%`
        : '';
  return oneLine(`${job.id.slice(0, 8)}  ${job.status.padEnd(10)} ${job.filename}  ${note}`, columns);
}

function details(job: Job): string[] {
  return Object.entries(jobView(job)).map(([name, value]) => {
    const text = value === null ? '-' : typeof value === 'object' ? `${value.code}: ${value.message}` : String(value);
    return `${name.padEnd(13)}${oneLine(text, 1_000)}`;
  });
}

const pagesOf = (first: number, last: number): string =>
  first === 0 ? 'document' : first === last ? `page ${String(first)}` : `pages ${String(first)}–${String(last)}`;

function ending({
  started_at,
  ended_at,
  error,
  spending,
}: {
  started_at: number;
  ended_at: number | null;
  error: { code: string; message: string } | null;
  spending?: Spending;
}): string {
  if (ended_at === null) return 'not ended';
  const tokens = spending === undefined ? '' : `, ${counted(spending.input_tokens, 'token')} in, ${String(spending.output_tokens)} out`;
  return (error === null ? `${String(ended_at - started_at)} ms` : `${error.code}: ${oneLine(error.message, 200)}`) + tokens;
}
