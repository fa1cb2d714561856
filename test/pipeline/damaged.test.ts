import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadPlan } from '../../src/pipeline/load.ts';
import { formatProblem } from '../../src/pipeline/problem.ts';
import { pipelineFile } from '../support/pipeline-file.ts';
import { sampleCatalog } from '../support/sample-catalog.ts';

const good = `name: a
source: { watch: ../in, settle: 2s, include: ["*.pdf", "*.PDF"] }
in_flight: &n 3
max_retries: *n
stages:
  - identify
  - use: ocr   # 📥
    languages: [eng, "deu"]
    dpi: \${DPI:-300}
  - tables
sinks:
  - use: json
    folder: |-
      ../out
`;
const pieces = [
  '\n',
  '  ',
  '\t',
  '- ',
  ': ',
  '*n',
  '&n ',
  '[',
  '}',
  '"',
  "'",
  '# ',
  '${',
  '${X}',
  '|',
  '? ',
  '~',
  '!!int ',
  '---\n',
  '<<',
  '\u0000',
  '\uD83D',
  '📥',
  '0',
  'text',
];

// The loader itself must never be what fails: a half-saved file is an ordinary thing where files are edited by hand.
test('a file damaged anywhere gives a plan or problems whose places are in the file, and never throws', () => {
  const file = pipelineFile(good);
  const damage = fc.record({ at: fc.nat(good.length), removed: fc.nat(12), put: fc.constantFrom(...pieces, '') });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      const yaml = damages.reduce((text, { at, removed, put }) => text.slice(0, at) + put + text.slice(at + removed), good);
      writeFileSync(file, yaml);
      const loaded = loadPlan(file, { catalog: sampleCatalog, env: {} });
      if ('plan' in loaded) return;
      const lines = yaml.split('\n').map((line) => [...line.replace(/\r$/, '')].length);
      expect(loaded.problems.length).toBeGreaterThan(0);
      for (const problem of loaded.problems) {
        expect(problem.column).toBeGreaterThan(0);
        expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1] ?? -1) + 1);
        expect(formatProblem(problem, '/')).not.toContain('undefined');
      }
    }),
    { numRuns: 500 },
  );
});
