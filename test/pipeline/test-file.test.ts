import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTestFile, testFileOf } from '../../src/pipeline/test-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

const stages = ['identify', 'text', 'ocr'].map(
  (name) => ({ name, version: 1, scope: 'page', reads: [], config: {}, timeout: 1, concurrency: 1, pagesPerTask: 1 }) as const,
);

function read(yaml: string) {
  const folder = tempFolder();
  writeFileSync(join(folder, 'a.pdf'), 'bytes');
  const file = join(folder, 'documents.test.yaml');
  writeFileSync(file, yaml);
  return { folder, ...readTestFile(file, { stages }) };
}

it('stands beside its pipeline', () => {
  expect(testFileOf('/x/pipelines/documents.yaml')).toBe('/x/pipelines/documents.test.yaml');
});

it('is read into cases, each with a name of its own', () => {
  const read1 = read('cases:\n  - document: a.pdf\n  - document: a.pdf\n    faults: [{ stage: ocr, kill: 2 }, { stage: sink:json, hang: always }]\n');
  expect(read1).toMatchObject({
    cases: [
      { name: 'a.pdf', document: join(read1.folder, 'a.pdf'), faults: [], env: {} },
      {
        name: 'a.pdf (2)',
        faults: [
          { stage: 'ocr', kind: 'kill', times: 2 },
          { stage: 'sink:json', kind: 'hang', times: Infinity },
        ],
      },
    ],
  });
});

// A slip in an expectation must not pass for an expectation that is met.
it('is told every mistake at its line and column', () => {
  const given = read(`cases:
  - document: b.pdf
    expects: {}
  - document: a.pdf
    faults:
      - { stage: orc, kill: 1 }
      - { stage: ocr }
      - { stage: ocr, kill: never }
    expect:
      documenttype: invoice
      fields: { total: { vaule: 3 }, date: { matches: '(' }, x: null }
`);
  const problems = 'problems' in given ? given.problems : [];
  expect(problems.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`.slice(0, 80))).toEqual([
    '2:15 bad-value "document" must name a file, relative to the test file; there is ',
    '3:5 unknown-key "expects" is not an option of entry 1 of "cases"',
    '6:18 bad-value "stage" must be a stage of the pipeline: identify, text, ocr, sin',
    '7:9 bad-value Entry 2 of "faults" must have one of kill, hang, out_of_memory',
    '8:29 bad-value "kill" must be how many times, or "always"',
    '10:7 unknown-key "documenttype" is not an option of "expect"',
    '11:26 unknown-key "vaule" is not an option of "total"',
    '11:55 bad-value "matches" is no regular expression: Invalid regular expression: ',
    '11:65 bad-value "x" must be a value, a list, or a mapping with "value", "matches',
  ]);
});
