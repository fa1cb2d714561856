import { faultErrors } from '../model/fault.ts';
import type { Fault } from '../model/fault.ts';
import type { PipelineCase } from '../pipeline/test-file.ts';
import type { Difference } from './difference.ts';
import { differences } from './differences.ts';
import type { EndedDocument } from './ended-document.ts';

/** A case and what came of it. */
export interface Verdict {
  name: string;
  /** Absolute. */
  document: string;
  passed: boolean;
  differences: Difference[];
}

/**
 * Whether a case is as expected. With faults, each of them must have happened, and, unless another end is expected, the result must be the same byte for
 * byte as that of the `undisturbed` document.
 */
export function judge({ name, document, faults, expect }: PipelineCase, ended: EndedDocument, undisturbed?: EndedDocument): Verdict {
  const found = [
    ...differences(expect, ended),
    ...faults.flatMap((fault) => absentFault(fault, ended)),
    ...(undisturbed ? changes(ended, undisturbed) : []),
  ];
  return { name, document, passed: found.length === 0, differences: found };
}

/** Whether a document with faults must end as it does without them. */
export function mustBeTheSame({ faults, expect: { status, error } }: PipelineCase): boolean {
  return faults.length > 0 && error === undefined && (status ?? 'success') === 'success';
}

/** A fault that struck nothing has shown nothing. */
function absentFault({ stage, kind }: Fault, { attempts }: EndedDocument): Difference[] {
  if (attempts.some((attempt) => attempt.stage === stage && attempt.error?.code === faultErrors[kind])) return [];
  return [{ what: 'faults', expected: `${kind} in ${stage}`, found: `it never happened: ${stage} had no such task` }];
}

function changes({ result }: EndedDocument, undisturbed: EndedDocument): Difference[] {
  if (result === undefined || result === undisturbed.result) return [];
  return [{ what: 'result', expected: 'the bytes of the result without faults', found: 'other bytes' }];
}
