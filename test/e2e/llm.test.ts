import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { makeSamples } from '../../scripts/samples.ts';
import { completion, startChatService } from '../support/chat-service.ts';
import type { Answer, Asked, ChatService } from '../support/chat-service.ts';
import { test } from '../support/in-workspace.ts';
import { madePdf } from '../support/made-pdf.ts';
import { reading } from '../support/reading-model.ts';
import { filesBelow } from '../support/workspace.ts';
import type { Workspace } from '../support/workspace.ts';

const key = 'sk-test-5f4e3d2c1b0a';
const says = reading([
  { name: 'debtor', value: 'Leat & Sluice Partners', on: 'Leat' },
  { name: 'sum', value: '1,234.50', on: 'sum of' },
]);

let mood: (asked: Asked) => Answer;
let service: ChatService;

beforeEach(async () => {
  vi.stubEnv('READER_KEY', key);
  mood = says;
  service = await startChatService((asked) => mood(asked));
});
afterEach(() => service.close());

/** A type that no rule reads, in a pipeline that asks the service, and one document of it for each name. */
async function prepare(place: Workspace, names: readonly string[], options = ''): Promise<void> {
  for (const name of names)
    await writeFile(
      place.at(`${name}.pdf`),
      madePdf([['Promissory note', name, 'We, Leat & Sluice Partners, owe the bearer', 'the sum of 1,234.50 pounds']]),
    );
  await writeFile(
    place.at('pipelines', 'note.yaml'),
    `name: note\nsummary: A promise to pay.\nevidence:\n  - rule: title\n    where: title\n    weight: 6\n    phrases: { en: [promissory note] }\nfields:\n  debtor: { kind: name }\n  sum: { kind: amount }\n`,
  );
  await configure(place, options);
}

async function configure(place: Workspace, options: string): Promise<void> {
  await writeFile(
    place.at('pipelines', 'documents.yaml'),
    `name: documents\nretry_delay: 10ms\nstages:\n  - identify\n  - text\n  - furniture\n  - use: classify\n    types: [note.yaml]\n  - use: llm\n    base_url: ${service.address}\n    model: reader\n    api_key: \${READER_KEY}\n    types: [note.yaml]\n${options}`,
  );
}

interface Result {
  status: string;
  document_type: string;
  structured_data: Record<string, unknown>;
  findings: { code: string; message: string }[];
}

const resultOf = async (place: Workspace, name: string): Promise<Result> => (await place.json('results', `${name}.pdf.json`)) as Result;
const usageOf = async (place: Workspace): Promise<unknown> => ((await place.json('results', 'report.json')) as { usage: unknown }).usage;

describe('documents of which a model is asked', () => {
  test('have its values in their results, and its tokens in the report; given again, nothing is asked, nor when the price or the key has changed', async ({
    place,
  }) => {
    await prepare(place, ['first', 'second'], '    prices: { input: 1, output: 10 }\n');
    const batch = ['batch', 'first.pdf', 'second.pdf', '--out', 'results'];
    expect((await place.run(...batch)).code).toBe(0);
    expect(await resultOf(place, 'first')).toMatchObject({
      status: 'success',
      document_type: 'note',
      structured_data: { debtor: 'Leat & Sluice Partners', sum: 1234.5 },
      findings: [],
    });
    const once = { requests: 1, input_tokens: 1200, output_tokens: 100, cost: 0.0022 };
    const usage = {
      ...{ requests: 2, input_tokens: 2400, output_tokens: 200, cost: 0.0044 },
      files: [
        { path: place.at('first.pdf'), ...once },
        { path: place.at('second.pdf'), ...once },
      ],
    };
    const { files, ...total } = (await usageOf(place)) as typeof usage;
    expect({ ...total, files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }).toEqual(usage);
    expect(await place.read('results', 'report.md')).toContain('| all | 2 | 2400 | 200 | 0.0044 |');
    const { jobs } = JSON.parse((await place.run('jobs', '--json')).stdout) as { jobs: { job_id: string }[] };
    expect((await place.run('jobs', jobs[0]?.job_id ?? '')).stdout).toContain('1200 tokens in, 100 out');

    vi.stubEnv('READER_KEY', 'another');
    await configure(place, '    prices: { input: 2, output: 20 }\n');
    const before = await place.read('results', 'first.pdf.json');
    expect((await place.run(...batch)).code).toBe(0);
    expect(service.asked).toHaveLength(2);
    expect(await place.read('results', 'first.pdf.json')).toBe(before);
    expect(await usageOf(place)).toMatchObject(total);
  });

  test('lose nothing when the service is busy, fails, or answers with a page for people: it is asked again', async ({ place }) => {
    await prepare(place, ['note']);
    const moods: Answer[] = [
      { status: 429, headers: { 'retry-after': '1' }, body: '' },
      { status: 500, body: 'oops' },
      { body: '<html>Log in</html>' },
      'break-off',
    ];
    mood = (asked) => moods[service.asked.length - 1] ?? says(asked);
    expect((await place.run('batch', 'note.pdf', '--out', 'results')).code).toBe(0);
    expect(service.asked).toHaveLength(5);
    expect(await resultOf(place, 'note')).toMatchObject({ status: 'success', structured_data: { sum: 1234.5 } });
  });

  test('have a result with a finding after an answer of no use, which has been paid for and is not asked for again', async ({ place }) => {
    await prepare(place, ['talks', 'breaks', 'invents']);
    const answers: Record<string, Answer> = {
      talks: completion('I would rather talk about the weather.'),
      breaks: completion('{"fields":[{', 'length'),
      invents: completion({ fields: [{ name: 'sum', value: '9.99', lines: ['p1.l4'] }] }),
    };
    mood = ({ body }) => answers[Object.keys(answers).find((name) => String(body.messages[1].content).includes(`] ${name}`)) ?? ''] ?? 'silent';
    const batch = ['batch', 'talks.pdf', 'breaks.pdf', 'invents.pdf', '--out', 'results'];
    for (let times = 0; times < 2; times++) expect((await place.run(...batch)).code).toBe(0);
    for (const [name, code] of Object.entries({ talks: 'llm.bad-answer', breaks: 'llm.bad-answer', invents: 'llm.refused' }))
      expect(await resultOf(place, name)).toMatchObject({ status: 'success', document_type: 'note', findings: [{ code }] });
    expect(service.asked).toHaveLength(3);
  });
});

// Catches a page that tells of commands or options that are no more.
test('what docs/llm.md says is typed as it stands there, with a service at another address', async ({ place }) => {
  const root = join(import.meta.dirname, '..', '..');
  const page = await readFile(join(root, 'docs', 'llm.md'), 'utf8');
  const [pipeline, commands] = ['yaml', 'sh'].map((kind) => new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? '');
  await makeSamples(place.at('samples'));
  await writeFile(place.at('pipelines', 'asked.yaml'), (pipeline ?? '').replace(/base_url: \S+/, `base_url: ${service.address}`));
  const lines = (commands ?? '').trim().split('\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) expect([line, (await place.run(...line.split(' ').slice(2))).code]).toEqual([line, 0]);
  expect(await place.files('results')).toContain('invoice-17.pdf.json');
  expect(service.asked).toHaveLength(1);
});

describe('a service that cannot be asked leaves a partial result, which says why', () => {
  test('when it is down; once it is up, a retry asks it, and nothing else is done again', async ({ place }) => {
    await prepare(place, ['note']);
    const { address } = service;
    await service.close();
    expect((await place.run('batch', 'note.pdf', '--out', 'results')).code).toBe(0);
    expect(await resultOf(place, 'note')).toMatchObject({
      status: 'partial',
      document_type: 'note',
      findings: [{ code: 'stage.failed', message: expect.stringContaining('ECONNREFUSED') as string }],
    });
    service = await startChatService((asked) => mood(asked), Number(new URL(address).port));
    expect(
      (await place.run('retry', (JSON.parse((await place.run('jobs', '--json')).stdout) as { jobs: [{ job_id: string }] }).jobs[0].job_id)).code,
    ).toBe(0);
    expect((await place.run('batch', 'note.pdf', '--out', 'results')).code).toBe(0);
    expect(await resultOf(place, 'note')).toMatchObject({ status: 'success', structured_data: { sum: 1234.5 } });
  });

  test('when it refuses the key, at once and without a word of it', async ({ place }) => {
    await prepare(place, ['note']);
    mood = () => ({ status: 401, body: JSON.stringify({ error: { message: `Incorrect API key provided: ${key}` } }) });
    const ended = await place.run('batch', 'note.pdf', '--out', 'results');
    expect(await resultOf(place, 'note')).toMatchObject({
      status: 'partial',
      findings: [{ message: expect.stringContaining('[secret]') as string }],
    });
    expect(service.asked).toHaveLength(1);
    expect(ended.stdout + ended.stderr).not.toContain(key);
    for (const name of await filesBelow(place.folder))
      expect([name, (await readFile(join(place.folder, name))).includes(key)]).toEqual([name, false]);
  });

  test('when it says nothing, after the time-out of the stage', async ({ place }) => {
    await prepare(place, ['note'], '    timeout: 1s\n');
    mood = () => 'silent';
    expect((await place.run('batch', 'note.pdf', '--out', 'results')).code).toBe(0);
    expect(await resultOf(place, 'note')).toMatchObject({
      status: 'partial',
      findings: [{ message: expect.stringContaining('worker.timeout') as string }],
    });
  });
});
