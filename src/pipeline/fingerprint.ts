import type { PlannedSink, PlannedStage } from '../model/plan.ts';
import { sha256 } from './sha256.ts';

/**
 * SHA-256 over what results depend on: which stages and sinks, in which version, with which options.
 * Where files come from and go to, limits, retries and passwords change when and where, not what.
 */
export function fingerprint(stages: readonly PlannedStage[], sinks: readonly PlannedSink[]): string {
  return sha256({
    format: 'millrace.fingerprint/1',
    stages: stages.map(({ name, version, config }) => ({ name, version, config })),
    sinks: sinks.map(({ name, version, config }) => ({ name, version, config })),
  });
}
