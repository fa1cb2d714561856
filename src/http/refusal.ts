/** A request that is answered with an error. The sentence goes to whoever asked: it holds no path and nothing of the inside. */
export class Refusal extends Error {
  readonly statusCode: number;
  readonly code: string;
  /** Seconds after which another try may do better. */
  readonly retryAfter: number | undefined;

  constructor(statusCode: number, code: string, detail: string, retryAfter?: number) {
    super(detail);
    this.statusCode = statusCode;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export const unknownJob = (): Refusal => new Refusal(404, 'job.unknown', 'Job not found');
