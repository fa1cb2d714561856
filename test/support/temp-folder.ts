import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Files in memory where the machine has them: for tests that wait for the disk and do not ask what it has kept. */
export const quickFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder of its own for the running test, gone when it has finished. */
export function tempFolder(below = tmpdir()): string {
  const folder = mkdtempSync(join(below, 'millrace-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
