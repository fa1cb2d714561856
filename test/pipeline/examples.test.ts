import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { loadPlan } from '../../src/pipeline/load.ts';
import { pipelineFile } from '../support/pipeline-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = join(import.meta.dirname, '..', '..');
const examples = ['README.md', 'docs/operations.md', 'docs/llm.md'].flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```yaml\n(name:[\s\S]*?)^```/gm)].map(([, text = '']) => [page, text] as const),
);

// Catches a page that shows options which are no more.
test.each(examples)('a pipeline that %s shows has no mistake: %s', (_page, text) => {
  expect(loadPlan(pipelineFile(text, tempFolder()), { catalog, env: { LLM_KEY: 'sk-example' } })).toHaveProperty('plan');
});

test('pipelines are shown', () => {
  expect(examples.length).toBeGreaterThan(2);
});
