import pino from 'pino';
import pretty from 'pino-pretty';
import type { Emit, Event, EventType } from '../model/events.ts';
import { counted } from './counted.ts';
import { oneLine } from './progress-line.ts';

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Writes each event as one line: JSON for machines, coloured for a person at a terminal. What documents say of themselves is made harmless, so that none can forge a line or steer a terminal. */
export function logEvents(destination: NodeJS.WritableStream, options: { level: LogLevel; pretty: boolean }): Emit {
  const stream = options.pretty ? pretty({ destination, colorize: true, hideObject: true, translateTime: 'SYS:HH:MM:ss' }) : destination;
  const log = pino({ level: options.level, base: null }, stream);
  return (event) => {
    const { type, ...details } = event;
    const level = event.type === 'file.ignored' && event.missed ? 'warn' : levels[type];
    const said = sentence(event) ?? (options.pretty ? `${type} ${JSON.stringify(details)}` : type);
    log[level]({ event: type, ...details }, oneLine(said, longestSentence));
  };
}

/** Characters; in JSON the whole message stands in the details. */
const longestSentence = 1_000;

const levels: Record<EventType, LogLevel> = {
  'daemon.started': 'info',
  'daemon.stopping': 'info',
  'intake.ended': 'debug',
  'source.scanned': 'debug',
  'source.degraded': 'warn',
  'file.ignored': 'debug',
  'file.waiting': 'warn',
  'job.admitted': 'info',
  'job.known': 'debug',
  'job.duplicate': 'info',
  'job.started': 'debug',
  'job.progress': 'debug',
  'job.completed': 'info',
  'job.failed': 'error',
  'job.retrying': 'warn',
  'job.cancelled': 'info',
  'original.kept': 'warn',
  'stage.reused': 'debug',
  'task.started': 'debug',
  'task.finished': 'debug',
  'worker.started': 'debug',
  'worker.exited': 'debug',
};

/** What a person should hear of an event; undefined of one that only its details tell. */
function sentence(event: Event): string | undefined {
  switch (event.type) {
    case 'daemon.started':
      return `started with ${event.pipelines.join(', ')}${event.url === undefined ? '' : ` on ${event.url}`}${event.recovered > 0 ? `; going on with ${counted(event.recovered, 'job')}` : ''}`;
    case 'daemon.stopping':
      return `stopping; ${counted(event.inFlight, 'document')} in work`;
    case 'source.degraded':
      return `${event.pipeline}: ${event.error.message}`;
    case 'original.kept':
      return `${quoted(event.path)} could not be put away, and is tried again at the next start: ${event.error.message}`;
    case 'job.cancelled':
      return `${quoted(event.filename)} cancelled`;
    case 'job.admitted':
      return `${quoted(event.filename)} admitted${event.again ? ' again' : ''}`;
    case 'job.completed':
      return `${quoted(event.filename)} done in ${String(Math.round(event.duration))} ms, ${counted(event.pages, 'page')}${event.partial ? ', partial' : ''}`;
    case 'job.failed':
      return `${quoted(event.filename)} failed: ${event.error.message} (${event.error.code})`;
    case 'job.retrying':
      return `${quoted(event.filename)} will be tried again in ${String(Math.round(event.delay))} ms: ${event.error.message} (${event.error.code})`;
    case 'job.duplicate':
      return `${quoted(event.path)} has the content of job ${event.job}`;
    case 'file.waiting':
    case 'file.ignored':
      return `${quoted(event.path)} ${event.type === 'file.ignored' ? `ignored: ${event.reason}` : `waits: ${event.error.message}`}`;
    default:
      return undefined;
  }
}

const quoted = (name: string): string => JSON.stringify(name);
