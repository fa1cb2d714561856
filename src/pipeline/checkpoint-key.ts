import type { Plan, PlannedStage } from '../model/plan.ts';
import { sha256 } from './sha256.ts';

/**
 * A stage's output is found by what it was made from: the content, the stage and its options, and the outputs that it read.
 * So a changed option gives new keys to its own stage and to those downstream, and to no other. `content` is the SHA-256 of the document.
 */
export function checkpointKeys(plan: Pick<Plan, 'stages'>, content: string): Map<string, string> {
  const keys = new Map<string, string>();
  for (const stage of plan.stages) keys.set(stage.name, checkpointKey(stage, content, keys));
  return keys;
}

function checkpointKey({ name, version, config, reads }: PlannedStage, content: string, keys: ReadonlyMap<string, string>): string {
  return sha256({ format: 'millrace.checkpoint/1', content, stage: name, version, config, reads: reads.map((read) => [read, keys.get(read)]) });
}
