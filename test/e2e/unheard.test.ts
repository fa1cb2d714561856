import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../support/in-workspace.ts';
import { pdfOf } from '../support/made-documents.ts';
import { seededRandom } from '../support/random.ts';

const bin = join(import.meta.dirname, '..', '..', 'bin', 'millrace.js');

/** A device on which every write fails as on a full disk. */
const full = '/dev/full';

describe.runIf(existsSync(full))('on a full disk', () => {
  // Catches a daemon that a full disk under its log ends by an uncaught exception, though no document needs the log.
  test('work goes on without what goes to standard error; an answer that is cut off ends with 74', async ({ place }) => {
    await writeFile(place.at('letter.pdf'), pdfOf(seededRandom(3), 1));
    const unheard = await open(full, 'w');
    try {
      const batch = spawn(process.execPath, [bin, 'batch', 'letter.pdf'], { cwd: place.folder, stdio: ['ignore', 'ignore', unheard.fd] });
      expect(await once(batch, 'exit')).toEqual([0, null]);
      const jobs = spawn(process.execPath, [bin, 'jobs'], { cwd: place.folder, stdio: ['ignore', unheard.fd, 'ignore'] });
      expect(await once(jobs, 'exit')).toEqual([74, null]);
    } finally {
      await unheard.close();
    }
    expect(await place.files('results')).toContain('letter.pdf.json');
  });
});
