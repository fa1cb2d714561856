import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';

/** SHA-256, in hexadecimal, of what a value says. */
export function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
