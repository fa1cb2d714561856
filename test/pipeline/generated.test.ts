import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generated } from '../../scripts/generate.ts';

test.each(Object.entries(generated))('%s is what the code says; if not, run "npm run generate"', async (path, content) => {
  expect(readFileSync(join(import.meta.dirname, '../..', path), 'utf8')).toBe(await content());
});
