import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import yargs from 'yargs';
import { lint } from '../../src/cli/lint.ts';
import { capturedIo } from '../support/captured-io.ts';
import type { CapturedIo } from '../support/captured-io.ts';
import { pipelineFile } from '../support/pipeline-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

const good = (name: string): string =>
  `name: ${name}\nsource: { watch: ../${name} }\nstages: [identify, text]\nsinks: [{ use: json, folder: ../out-${name} }]\n`;
const five = `name: a
source:
  wacth: ../in
  settle: 5
in_flight: 0
stages:
  - identify
  - use: text
    timeout: 1 parsec
  - txt
`;

test('five mistakes in one file are shown with line, column and caret, and end the program with 78', async () => {
  const file = pipelineFile(five);
  const io = await run(join(file, '..', '..'), 'lint', file);
  expect(io.code).toBe(78);
  expect(io.errors.split('\n').filter((line) => line.includes('error['))).toEqual([
    'pipelines/a.yaml:3:3: error[unknown-key] "wacth" is not an option of source; did you mean "watch"?',
    'pipelines/a.yaml:4:11: error[wrong-type] "settle" must be a number with its unit, as in 500ms, 2s, 5m or 1h',
    'pipelines/a.yaml:5:12: error[out-of-range] "in_flight" must be at least 1',
    'pipelines/a.yaml:9:14: error[bad-value] "timeout" must be a number with its unit, as in 500ms, 2s, 5m or 1h',
    'pipelines/a.yaml:10:5: error[unknown-stage] "txt" is not a stage; did you mean "text"?',
  ]);
  expect(io.errors).toContain('  10 |   - txt\n     |     ^^^');
  expect(io.stdout).toBe('');
});

test('with --json the same problems are an array on standard output, and nothing else is', async () => {
  const file = pipelineFile(five);
  const io = await run('/', 'lint', file, '--json');
  expect(io.code).toBe(78);
  expect(io.errors).toBe('');
  const problems = JSON.parse(io.stdout) as unknown[];
  expect(problems).toHaveLength(5);
  expect(problems[0]).toEqual({
    file,
    line: 3,
    column: 3,
    code: 'unknown-key',
    message: '"wacth" is not an option of source',
    suggestion: 'watch',
    source: '  wacth: ../in',
    length: 5,
  });
});

test('without a file all pipelines of the folder are checked, but not the tests beside them', async () => {
  const folder = tempFolder();
  pipelineFile(good('a'), folder, 'a.yaml');
  pipelineFile(good('b'), folder, 'b.yaml');
  pipelineFile('- no pipeline', folder, 'a.test.yaml');
  pipelineFile('{}', folder, 'schema.json');
  const io = await run(folder, 'lint');
  expect({ code: io.code, stdout: io.stdout, errors: io.errors }).toEqual({ code: 0, stdout: '2 pipelines are fine\n', errors: '' });
});

test('a file that is named twice is one pipeline', async () => {
  const file = pipelineFile(good('a'));
  const io = await run(join(file, '..'), 'lint', file, 'a.yaml');
  expect(io.stdout).toBe('1 pipeline is fine\n');
});

test('variables come from the environment that the command is given', async () => {
  const file = pipelineFile('name: a\nstages: [identify]\nin_flight: ${LANES}\n');
  expect((await run('/', 'lint', file)).code).toBe(78);
  const io = capturedIo('/', { LANES: '2' });
  await yargs(['lint', file]).command(lint(io)).parseAsync();
  expect(io.code).toBe(0);
});

test('a folder without pipelines is a mistake of the command line', async () => {
  await expect(run(tempFolder(), 'lint')).rejects.toMatchObject({ code: 'usage.invalid' });
});

test('the pipelines of this checkout are fine', async () => {
  const root = join(import.meta.dirname, '../..');
  expect(readFileSync(join(root, 'pipelines/documents.yaml'), 'utf8')).toContain('$schema=./schema.json');
  expect((await run(root, 'lint')).code).toBe(0);
});

async function run(cwd: string, ...args: string[]): Promise<CapturedIo> {
  const io = capturedIo(cwd);
  await yargs(args).command(lint(io)).strict().exitProcess(false).fail(false).parseAsync();
  return io;
}
