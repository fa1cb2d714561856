import type { ErrorCode } from './errors.ts';

/** Something that is done on purpose to a worker process that has a task in hand, and the error that the task ends with. */
export const faultErrors = { kill: 'worker.signal', hang: 'worker.timeout', out_of_memory: 'worker.memory' } as const satisfies Record<
  string,
  ErrorCode
>;

export type FaultKind = keyof typeof faultErrors;

export interface Fault {
  /** The stage whose tasks are struck; of a sink as the ledger calls it: `sink:json`. */
  stage: string;
  kind: FaultKind;
  /** How many of its first tasks; infinite for all. */
  times: number;
}
