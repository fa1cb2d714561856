import { afterEach, expect, test } from 'vitest';
import { completeChat } from '../../src/service/complete-chat.ts';
import { completion, startChatService } from '../support/chat-service.ts';
import type { Answer, Asked, ChatService } from '../support/chat-service.ts';

let service: ChatService;
afterEach(() => service.close());

const question = { instructions: 'Read.', text: 'What does it say?', form: { name: 'page', schema: { type: 'object' } }, longest: 70 };
const unknown: Answer = { status: 400, body: '{"error":{"message":"unknown response_format"}}' };

async function start(answer: (asked: Asked) => Answer): Promise<() => ReturnType<typeof completeChat>> {
  service = await startChatService(answer);
  return () => completeChat({ address: service.address, model: 'small' }, question);
}

test('a question without a picture is plain text, and what the service counts comes with the answer', async () => {
  const ask = await start(() => completion('{}', 'stop', { prompt_tokens: 30, completion_tokens: 4 }));
  expect(await ask()).toEqual({ text: '{}', cut: false, usage: { requests: 1, input_tokens: 30, output_tokens: 4 } });
  expect(service.asked[0]?.body).toMatchObject({
    max_tokens: 70,
    temperature: 0,
    messages: [{ content: 'Read.' }, { content: 'What does it say?' }],
  });
});

// OpenAI's own models that reason, among others.
test('a model that refuses a temperature and the older name of the limit is asked by the schema all the same', async () => {
  const ask = await start(({ body }) => ('max_tokens' in body || 'temperature' in body ? unknown : completion('{}')));
  await ask();
  expect(service.asked).toHaveLength(2);
  expect(service.asked[1]?.body).toMatchObject({
    max_completion_tokens: 70,
    response_format: { type: 'json_schema' },
    messages: [{ content: 'Read.' }, {}],
  });
});

test('a server that refuses to be told the form of the answer is asked with less, told the form in words, and not bothered with more again', async () => {
  const ask = await start(({ body }) => (body.response_format === undefined ? completion('{}') : unknown));
  await ask();
  await ask();
  expect(service.asked.map(({ body }) => body.response_format?.type)).toEqual(['json_schema', 'json_schema', 'json_object', undefined, undefined]);
  expect(service.asked[4]?.body).not.toHaveProperty('temperature');
  expect(service.asked[4]?.body.messages[0].content).toMatch(/^Read\.\nAnswer with JSON alone, by this JSON schema: \{"type":"object"\}$/);
});

test('a server that refuses everything has refused, and is asked in full the next time', async () => {
  const ask = await start(() => unknown);
  const each = ['json_schema', 'json_schema', 'json_object', undefined];
  for (let times = 0; times < 2; times++) await expect(ask()).rejects.toMatchObject({ code: 'service.refused' });
  expect(service.asked.map(({ body }) => body.response_format?.type)).toEqual([...each, ...each]);
});

test.each<[Answer, string]>([
  [{ status: 401, body: '' }, 'service.refused'],
  [{ status: 404, body: '' }, 'service.refused'],
  [{ status: 413, body: '' }, 'service.refused'],
  [{ status: 500, body: '' }, 'service.failed'],
])('what is refused for another reason is not asked again: %j', async (answer, code) => {
  const ask = await start(() => answer);
  await expect(ask()).rejects.toMatchObject({ code });
  expect(service.asked).toHaveLength(1);
});

test.each([
  ['more than there can be', { prompt_tokens: 1e300, completion_tokens: 2 ** 53 }],
  ['less than nothing', { prompt_tokens: -5, completion_tokens: -0.5 }],
  ['what is no number', { prompt_tokens: '7', completion_tokens: { toString: 1 } }],
])('a service that counts %s is taken not to count', async (_what, usage) => {
  const ask = await start(() => completion('{}', 'stop', usage as never));
  expect(await ask()).toMatchObject({ usage: { requests: 1, input_tokens: 0, output_tokens: 0 } });
});
