import { expect, test } from 'vitest';
import yargs from 'yargs';
import { catalog } from '../../src/catalog.ts';
import { schema } from '../../src/cli/schema.ts';
import { stages } from '../../src/cli/stages.ts';
import { schemasOf } from '../../src/pipeline/schema.ts';
import { capturedIo } from '../support/captured-io.ts';

test('every stage and sink is listed with its summary and the names of its options', async () => {
  const listed = await run('stages');
  for (const { name, summary, config } of [...catalog.stages, ...catalog.sinks]) {
    expect(listed).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    expect(listed).toContain(summary);
    for (const option of Object.keys(config.shape)) expect(listed).toContain(option);
  }
});

test('one stage is shown whole, with types, defaults and descriptions, those of every stage included', async () => {
  const shown = await run('stages', 'identify');
  expect(shown).toContain('identify (stage, version ');
  expect(shown).toContain('  max_pages: whole number (default 5000)\n      Most pages that a document may have.');
  expect(shown).toContain('  timeout: text (default 60s)');
});

test('--json gives a list, or the one that was named', async () => {
  const all = JSON.parse(await run('stages', '--json')) as { name: string }[];
  expect(all.map(({ name }) => name)).toEqual([...catalog.stages, ...catalog.sinks].map(({ name }) => name));
  expect(JSON.parse(await run('stages', 'json', '--json'))).toMatchObject({
    kind: 'sink',
    name: 'json',
    options: [{ name: 'folder', default: '../results' }, {}],
  });
});

test('a stage that there is not is a mistake of the command line that says what was meant', async () => {
  await expect(run('stages', 'identfy')).rejects.toMatchObject({
    code: 'usage.invalid',
    message: expect.stringContaining('did you mean "identify"?') as string,
  });
});

test('schema prints the JSON Schema that the loader checks by', async () => {
  expect(JSON.parse(await run('schema'))).toEqual(schemasOf(catalog)['pipeline']);
});

async function run(...args: string[]): Promise<string> {
  const io = capturedIo('/');
  await yargs(args).command(stages(io)).command(schema(io)).strict().exitProcess(false).fail(false).parseAsync();
  return io.stdout;
}
