import type { Plan, PlannedStage } from '../model/plan.ts';
import { configDigest } from './config-digest.ts';
import { sha256 } from './sha256.ts';

/**
 * A stage's output is found by what it was made from: the content, the stage and its options, and the outputs that it read.
 * So a changed option gives new keys to its own stage and to those downstream, and to no other. `content` is the SHA-256 of the document.
 */
export function checkpointKeys({ stages, passwords }: Pick<Plan, 'stages' | 'passwords'>, content: string): Map<string, string> {
  const keys = new Map<string, string>();
  for (const stage of stages) keys.set(stage.name, checkpointKey(stage, content, keys));
  for (const { name, reads } of stages) if (reads.length === 0) keys.set(name, locked(keys.get(name), passwords));
  return keys;
}

function checkpointKey({ name, version, config, reads }: PlannedStage, content: string, keys: ReadonlyMap<string, string>): string {
  const made = { content, stage: name, version, config: configDigest(config), reads: reads.map((read) => [read, keys.get(read)]) };
  return sha256({ format: 'millrace.checkpoint/2', ...made });
}

/**
 * A pipeline that cannot open a document must not find that another one has: the stage that opens it is looked up with the passwords.
 * Those behind it are not, so that a new password makes nothing be read again.
 */
function locked(key: string | undefined, passwords: readonly string[]): string {
  return sha256({ key, passwords: [...passwords] });
}
