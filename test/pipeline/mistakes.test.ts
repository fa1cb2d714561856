import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPlan } from '../../src/pipeline/load.ts';
import { formatProblem } from '../../src/pipeline/problem.ts';
import type { Problem } from '../../src/pipeline/problem.ts';
import { sampleCatalog } from '../support/sample-catalog.ts';
import { tempFolder } from '../support/temp-folder.ts';

const env = { SET: 'value', NUMBER: '7', EMPTY: '' };
const good = 'name: a\nstages: [identify, text]\n';

/** Each mistake that people make, and where they must be sent to. A wrong line here is a wrong line on a user's screen. */
const golden: [title: string, yaml: string, expected: string[]][] = [
  ['nothing in the file', '', ['1:1 missing-key']],
  ['only comments', '# soon\n', ['1:1 missing-key']],
  ['a list instead of a mapping', '- a\n', ['1:1 wrong-type']],
  ['a bare word', 'documents\n', ['1:1 wrong-type']],
  ['nothing but null', '~\n', ['1:1 wrong-type']],
  ['no name', 'stages: [identify]\n', ['1:1 missing-key']],
  ['no name below comments and blank lines', '# a\n\nstages: [identify]\n', ['3:1 missing-key']],
  ['a name with a space', 'name: my docs\nstages: [identify]\n', ['1:7 bad-value']],
  ['a number as name', 'name: 17\nstages: [identify]\n', ['1:7 wrong-type']],
  ['no stages', 'name: a\n', ['1:1 missing-key']],
  ['an empty list of stages', 'name: a\nstages: []\n', ['2:9 out-of-range']],
  ['stages with nothing after them', 'name: a\nstages:\n', ['2:1 wrong-type']],
  ['stages as a mapping', 'name: a\nstages:\n  identify: {}\n', ['3:3 wrong-type']],
  ['an empty list of sinks', `${good}sinks: []\n`, ['3:8 out-of-range']],
  ['an unknown key', `${good}in_fligth: 3\n`, ['3:1 unknown-key']],
  ['an option of a stage at the top', `${good}dpi: 300\n`, ['3:1 unknown-key']],
  ['a mistyped required key is one mistake', 'nmae: a\nstages: [identify]\n', ['1:1 unknown-key']],
  ['an unknown key in the source', `${good}source:\n  wacth: in\n`, ['4:3 unknown-key']],
  ['an unknown option of a stage', 'name: a\nstages:\n  - identify\n  - use: ocr\n    langages: [eng]\n', ['5:5 unknown-key']],
  ['when, which does not exist yet', 'name: a\nstages:\n  - use: identify\n    when: always\n', ['4:5 unknown-key']],
  ['an unknown option of a sink', `${good}sinks:\n  - use: json\n    foldr: x\n`, ['5:5 unknown-key']],
  ['an unknown stage', 'name: a\nstages:\n  - identify\n  - ocrr\n', ['4:5 unknown-stage']],
  ['an unknown stage as a mapping', 'name: a\nstages:\n  - identify\n  - dpi: 3\n    use: "ocrr"\n', ['5:10 unknown-stage']],
  ['an unknown first stage is not also a missing one', 'name: a\nstages: [identfy, text]\n', ['2:10 unknown-stage']],
  ['a program as a stage, which does not exist yet', 'name: a\nstages: [identify, command]\n', ['2:20 unknown-stage']],
  ['an unknown sink', `${good}sinks: [jsn]\n`, ['3:9 unknown-sink']],
  ['a stage without use', 'name: a\nstages:\n  - identify\n  - dpi: 300\n', ['4:5 missing-key']],
  ['a number as stage', 'name: a\nstages: [identify, 3]\n', ['2:20 wrong-type']],
  ['the same stage twice', 'name: a\nstages: [identify, text, text]\n', ['2:26 duplicate-stage']],
  ['a stage before one that it reads', 'name: a\nstages: [identify, tables, ocr]\n', ['2:20 stage-order']],
  ['identify not first', 'name: a\nstages: [text, identify]\n', ['2:10 stage-order']],
  ['identify left out', 'name: a\nstages:\n  - use: text\n', ['3:10 stage-order']],
  ['a word for a number', `${good}in_flight: many\n`, ['3:12 wrong-type']],
  ['a fraction of a document', `${good}in_flight: 1.5\n`, ['3:12 wrong-type']],
  ['no document at once', `${good}in_flight: 0\n`, ['3:12 out-of-range']],
  ['a negative number of retries', `${good}max_retries: -1\n`, ['3:14 out-of-range']],
  ['not a number at all', `${good}max_retries: .nan\n`, ['3:14 wrong-type']],
  ['a quoted number', `${good}max_retries: "3"\n`, ['3:14 wrong-type']],
  ['a duration without unit', `${good}retry_delay: 2\n`, ['3:14 wrong-type']],
  ['a duration without unit, in quotes', `${good}retry_delay: '2'\n`, ['3:14 bad-value']],
  ['a duration with a unit that there is not', `${good}source: { settle: 2 parsecs }\n`, ['3:19 bad-value']],
  ['a duration longer than a day', `${good}retry_delay_max: 25h\n`, ['3:18 out-of-range']],
  ['a first delay above the longest one', `${good}retry_delay: 2m\nretry_delay_max: 1m\n`, ['3:14 out-of-range']],
  ['no time for a stage', 'name: a\nstages:\n  - use: identify\n    timeout: 0s\n', ['4:14 out-of-range']],
  ['a rescan without pause', `${good}source: { rescan: 1ms }\n`, ['3:19 out-of-range']],
  ['a size without unit', `${good}worker_memory: 512\n`, ['3:16 wrong-type']],
  ['too little memory', `${good}worker_memory: 512KB\n`, ['3:16 out-of-range']],
  ['a fate that originals do not have', `${good}source:\n  originals: move\n`, ['4:14 bad-value']],
  ['a text for a list', `${good}source:\n  include: "*.pdf"\n`, ['4:12 wrong-type']],
  ['an empty list of patterns', `${good}source:\n  include: []\n`, ['4:12 out-of-range']],
  ['an entry of a list', `${good}source:\n  include: ["*.pdf", 3]\n`, ['4:22 wrong-type']],
  ['an empty path', `${good}source:\n  watch: ""\n`, ['4:10 bad-value']],
  ['a key with nothing after it', `${good}source:\n`, ['3:1 wrong-type']],
  ['a number as password', `${good}passwords: [1234]\n`, ['3:13 wrong-type']],
  [
    'a value of an option of a stage',
    'name: a\nstages:\n  - identify\n  - use: ocr\n    dpi: 10\n    mode: bst\n    deskew: no\n',
    ['5:10 out-of-range', '6:11 bad-value', '7:13 wrong-type'],
  ],
  ['an addition that pages do not have', `${good}sinks:\n  - use: json\n    include: [line]\n`, ['5:15 bad-value']],
  ['results in the watched folder', `${good}sinks:\n  - use: json\n    folder: ../watch/out\n`, ['5:13 overlapping-folders']],
  ['results in the folder that is watched', `${good}source: { watch: ../x, archive: ../x }\n`, ['3:33 overlapping-folders']],
  ['the watched folder in the results', `${good}source:\n  watch: ../results/in\n`, ['4:10 overlapping-folders']],
  ['failed documents in the watched folder', `${good}source:\n  failed: ../watch/failed\n`, ['4:11 overlapping-folders']],
  ['two sinks into the same files', `${good}sinks:\n  - json\n  - use: json\n    folder: ./../results/\n`, ['6:13 overlapping-folders']],
  ['a variable that is not set', `name: a\n# \${IN_A_COMMENT}\nstages: [identify]\nsource:\n  watch: \${NOWHERE}\n`, ['5:10 missing-variable']],
  ['a missing variable for a number is one mistake', `${good}in_flight: \${NOWHERE}\n`, ['3:12 missing-variable']],
  ['a variable without name', `${good}source: { watch: "\${}" }\n`, ['3:18 bad-variable']],
  ['a variable without end', `${good}source:\n  watch: \${SET\n`, ['4:10 bad-variable']],
  ['a variable of the wrong type', `${good}in_flight: \${SET}\n`, ['3:12 wrong-type']],
  ['a variable that is set to nothing', `${good}source:\n  watch: \${EMPTY}\n`, ['4:10 bad-value']],
  ['a key twice', 'name: a\nstages: [identify]\nname: b\n', ['3:1 duplicate-key']],
  ['a key twice beside another mistake', 'name: a\nname: b\nstages: [identify]\nin_flight: 0\n', ['2:1 duplicate-key', '4:12 out-of-range']],
  ['a tab as indentation', 'name: a\nsource:\n\twatch: in\n', ['3:1 syntax']],
  ['bad indentation', 'name: a\nsource:\n    watch: in\n  settle: 2s\nstages: [identify]\n', ['4:1 syntax']],
  ['a bracket that stays open', 'name: a\nstages: [identify, text\n', ['3:1 syntax']],
  ['a quote that stays open', 'name: "a\nstages: [identify]\n', ['3:1 syntax']],
  ['two mappings on a line', 'name: a: b\nstages: [identify]\n', ['1:7 syntax']],
  ['a list as key', '? [a]\n: b\nname: a\nstages: [identify]\n', ['1:3 syntax']],
  ['a tag that nobody knows', 'name: !secret a\nstages: [identify]\n', ['1:7 syntax']],
  ['two documents', `${good}---\nname: b\n`, ['3:1 syntax']],
  ['an alias without anchor', 'name: a\nstages: *all\n', ['2:9 alias']],
  ['an alias of itself', 'name: a\nstages: &all [identify, *all]\n', ['2:25 alias']],
  [
    'a value behind an alias',
    'name: a\nstages:\n  - use: identify\n    timeout: &t 2\n  - use: text\n    timeout: *t\n',
    ['4:17 wrong-type', '6:14 wrong-type'],
  ],
  ['Windows line ends', 'name: a\r\nstages:\r\n  - identify\r\n  - ocrr\r\nin_flight: 0\r\n', ['4:5 unknown-stage', '5:12 out-of-range']],
  ['a byte order mark', '\uFEFFnmae: a\nstages: [identify]\n', ['1:1 unknown-key']],
  [
    'characters outside of ASCII before the mistake',
    'name: a\nstages: [identify]\nsource: { watch: "Eingänge 📥📥", wacth: x }\n',
    ['3:33 unknown-key'],
  ],
  ['a merge key, which YAML 1.2 does not have', 'name: a\nstages:\n  - identify\n  - <<: {}\n    use: text\n', ['4:5 unknown-key']],
  ['a key that JavaScript takes for something else', `${good}__proto__: { name: b }\nconstructor: 1\n`, ['3:1 syntax', '4:1 unknown-key']],
];

test.each(golden)('%s is reported at its place', (_title, yaml, expected) => {
  const found = problemsOf(yaml).map(({ line, column, code }) => `${line}:${column} ${code}`);
  expect(found).toEqual(expected);
});

test('five different mistakes in one file are all reported, in the order of the file', () => {
  const found = problemsOf(`name: a
source:
  wacth: ../in
  settle: 5
in_flight: 0
stages:
  - identify
  - use: ocr
    dpi: 10000
  - tabels
sinks:
  - use: json
    folder: \${NOWHERE}
`);
  expect(found.map(({ line, column, code, suggestion }) => `${line}:${column} ${code} ${suggestion ?? ''}`.trim())).toEqual([
    '3:3 unknown-key watch',
    '4:11 wrong-type',
    '5:12 out-of-range',
    '9:10 out-of-range',
    '10:5 unknown-stage tables',
    '13:13 missing-variable',
  ]);
});

test('a problem is shown with its place, what was probably meant, the line and a caret', () => {
  const shown = problemsOf(`${good}source:\n  wacth: in\n`).map((problem) => formatProblem(problem, join(problem.file, '..', '..')));
  expect(shown).toEqual([
    `pipelines/a.yaml:4:3: error[unknown-key] "wacth" is not an option of source; did you mean "watch"?
  4 |   wacth: in
    |   ^^^^^`,
  ]);
});

test('aliases that unfold to millions of values are refused at once, at the alias', () => {
  const levels = Array.from({ length: 9 }, (_, i) => `  - &a${i + 1} [${Array.from({ length: 10 }, () => `*a${i}`).join(', ')}]`);
  const found = problemsOf(`name: a\nstages: [identify]\npasswords:\n  - &a0 x\n${levels.join('\n')}\n`);
  expect(found).toMatchObject([{ line: 8, code: 'alias' }]);
});

test('thousands of nested brackets are refused instead of exhausting the stack', () => {
  expect(problemsOf(`name: a\nstages: ${'['.repeat(3000)}${']'.repeat(3000)}\n`)).toMatchObject([{ line: 2 }]);
});

test('a value that a variable filled in is shown neither in the line nor for a password', () => {
  const shown = problemsOf(`${good}passwords: \${SECRET}\n`, { SECRET: 'hunter2' }).map((problem) => formatProblem(problem, '/'));
  expect(shown).toHaveLength(1);
  expect(shown.join()).not.toContain('hunter2');
});

test('a file that is not there, a folder and bytes that are no UTF-8 are problems like any other', () => {
  const folder = tempFolder();
  const latin = join(folder, 'latin.yaml');
  writeFileSync(latin, Buffer.from('name: a\n# Eing\xe4nge\n', 'latin1'));
  const codes = [join(folder, 'none.yaml'), folder, latin].map((file) => {
    const loaded = loadPlan(file, { catalog: sampleCatalog, env });
    return 'problems' in loaded ? loaded.problems.map(({ line, column, code }) => `${line}:${column} ${code}`) : [];
  });
  expect(codes).toEqual([['1:1 unreadable'], ['1:1 unreadable'], ['2:7 unreadable']]);
});

function problemsOf(yaml: string, variables: Record<string, string> = env): Problem[] {
  const folder = join(tempFolder(), 'pipelines');
  const file = join(folder, 'a.yaml');
  mkdirSync(folder);
  writeFileSync(file, yaml);
  const loaded = loadPlan(file, { catalog: sampleCatalog, env: variables });
  return 'problems' in loaded ? loaded.problems : [];
}

// Catches a terminal flooded by a file that a program wrote on one line: each mistake would show all of it.
test('of a long line only what stands around the mistake is shown', () => {
  const problem: Problem = {
    file: '/a.json',
    line: 1,
    column: 500_001,
    code: 'bad-value',
    message: 'must not be',
    source: `${'a'.repeat(500_000)}WRONG${'b'.repeat(500_000)}`,
    length: 5,
  };
  const [, source = '', carets = ''] = formatProblem(problem, '/').split('\n');
  expect(source.length).toBeLessThan(250);
  expect(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('WRONG');
});
