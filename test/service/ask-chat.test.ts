import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askChat } from '../../src/service/ask-chat.ts';
import { completion, startChatService } from '../support/chat-service.ts';
import type { Answer, ChatService } from '../support/chat-service.ts';

let service: ChatService | undefined;
afterEach(() => service?.close());

const question = {
  instructions: 'Read.',
  text: 'What is on it?',
  picture: Uint8Array.of(137, 80, 78, 71),
  form: { name: 'page', schema: { type: 'object' } },
};

async function ask(answer: Answer, key?: string): Promise<unknown> {
  service = await startChatService(() => answer);
  return askChat({ address: service.address, model: 'eyes', key }, question);
}

test('the picture, the question and the form of the answer are sent as the protocol says, at temperature 0 and with the key', async () => {
  expect(await ask(completion({ lines: [] }), 'sk-1')).toEqual({ lines: [] });
  expect(service?.asked).toMatchObject([
    {
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer sk-1', 'content-type': 'application/json' },
      body: {
        model: 'eyes',
        temperature: 0,
        response_format: { type: 'json_schema', json_schema: { name: 'page', strict: true, schema: { type: 'object' } } },
        messages: [
          { role: 'system', content: 'Read.' },
          {
            role: 'user',
            content: [
              { type: 'text', text: 'What is on it?' },
              { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw==' } },
            ],
          },
        ],
      },
    },
  ]);
});

test('without a key none is sent, and a slash at the end of the address does no harm', async () => {
  service = await startChatService(() => completion({}));
  await askChat({ address: `${service.address}/`, model: 'eyes' }, question);
  expect(service.asked[0]?.headers).not.toHaveProperty('authorization');
  expect(service.asked[0]?.path).toBe('/v1/chat/completions');
});

// Every way in which services have been seen to go wrong ends in a code that says whether to try again.
test.each<[string, Answer, string]>([
  ['is asked too often', { status: 429, headers: { 'retry-after': '3' }, body: '{"error":{"message":"slow down"}}' }, 'service.busy'],
  ['fails', { status: 500, body: 'oops' }, 'service.failed'],
  ['does not know the key', { status: 401, body: '{"error":{"message":"bad key"}}' }, 'service.refused'],
  ['does not know the model', { status: 404, body: '{"error":"no such model"}' }, 'service.refused'],
  ['breaks off', 'break-off', 'service.unreachable'],
  ['answers without end', 'endless', 'service.bad-answer'],
  ['answers with a page for people', { headers: { 'content-type': 'text/html' }, body: '<html>Log in</html>' }, 'service.bad-answer'],
  ['answers with nothing', { body: '' }, 'service.bad-answer'],
  ['answers with null', { body: 'null' }, 'service.bad-answer'],
  ['answers with a list', { body: '[]' }, 'service.bad-answer'],
  ['has no choice', { body: '{"choices":[]}' }, 'service.bad-answer'],
  ['has choices that are no list', { body: '{"choices":{"0":1}}' }, 'service.bad-answer'],
  ['has a choice of nothing', { body: '{"choices":[null]}' }, 'service.bad-answer'],
  ['has a message of nothing', { body: '{"choices":[{"message":null}]}' }, 'service.bad-answer'],
  ['refuses to say', { body: '{"choices":[{"message":{"content":null,"refusal":"I cannot"}}]}' }, 'service.bad-answer'],
  ['says what is no JSON', completion('Sure! Here is the text:'), 'service.bad-answer'],
  ['is cut off in its answer', completion('{"lines":[{"text":"a', 'length'), 'service.bad-answer'],
])('a service that %s', async (_how, answer, code) => {
  await expect(ask(answer)).rejects.toMatchObject({ code });
});

// The address is a promise of where pages go; whoever took over the server could otherwise send them, and the key, anywhere.
test('a redirect is not followed', async () => {
  const elsewhere = await startChatService(() => completion({}));
  await expect(ask({ status: 307, headers: { location: `${elsewhere.address}/chat/completions` }, body: '' }, 'sk-1')).rejects.toMatchObject({
    code: 'service.refused',
  });
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.close();
});

test('a service that is not there is unreachable', async () => {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  const asked = askChat({ address: `http://127.0.0.1:${port}/v1`, model: 'eyes' }, question);
  await expect(asked).rejects.toMatchObject({ code: 'service.unreachable', message: 'The service did not answer: ECONNREFUSED' });
});
