import { MillraceError } from '../model/errors.ts';
import type { ErrorCode } from '../model/errors.ts';

/** Milliseconds: who asks for more is waited for no longer. */
const longestWait = 3_600_000;

/** Characters of what a service says for itself that are shown. */
const mostSaid = 300;

/** An answer that is not 200. */
export class Refusal extends MillraceError {
  /** Of HTTP. */
  readonly status: number;

  /** `wait` (ms) is what the service asks for. */
  constructor(status: number, text: string, wait: number | undefined) {
    const said = complaintIn(text);
    const code = codeOf(status, wait);
    super(code, `${sentences[code]} (HTTP ${status})${said === '' ? '' : `: ${said}`}`, undefined, wait);
    this.status = status;
  }
}

/** Milliseconds that a service asks to be left alone (RFC 9110, 10.2.3): seconds, or a date, which is compared with the date of the same answer. */
export function waitAsked(headers: Headers): number | undefined {
  const asked = headers.get('retry-after')?.trim();
  if (asked === undefined) return undefined;
  const wait = /^\d+$/.test(asked) ? Number(asked) * 1000 : moment(asked) - moment(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.min(longestWait, Math.max(0, wait)) : undefined;
}

/** Dates of HTTP end with GMT; the parser would take "-5" for one as well. */
function moment(date: string): number {
  return date.endsWith('GMT') ? Date.parse(date) : NaN;
}

type RefusalCode = Extract<ErrorCode, 'service.busy' | 'service.failed' | 'service.refused'>;

const sentences: Record<RefusalCode, string> = {
  'service.busy': 'The service takes no more for now',
  'service.failed': 'The service has failed',
  'service.refused': 'The service refused the request',
};

/** Who is overloaded and says for how long is as good as one who limits the rate. A redirect is a refusal: it would lead elsewhere. */
function codeOf(status: number, wait: number | undefined): RefusalCode {
  if (status === 429 || (status === 503 && wait !== undefined)) return 'service.busy';
  return status >= 500 || status === 408 ? 'service.failed' : 'service.refused';
}

/** Most services explain themselves as OpenAI's does: `{"error": {"message": "…"}}`. */
function complaintIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: unknown } | string };
    const said = typeof error === 'object' ? error.message : error;
    return typeof said === 'string' ? oneLine(said) : '';
  } catch {
    return oneLine(text);
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, mostSaid);
}
