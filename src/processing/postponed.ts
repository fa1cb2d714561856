import type { MillraceError } from '../model/errors.ts';

/** Carries "not now" from the depth of a run to its outcome. Steers the flow, and never leaves it. */
export class Postponed extends Error {
  readonly reason: MillraceError;
  /** Wall time in milliseconds. */
  readonly nextAt: number;

  constructor(reason: MillraceError, nextAt: number) {
    super(reason.message, { cause: reason });
    this.name = 'Postponed';
    this.reason = reason;
    this.nextAt = nextAt;
  }
}
