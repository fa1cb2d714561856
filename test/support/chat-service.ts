import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a service was asked. */
export interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  body: {
    model: string;
    temperature?: number;
    response_format?: { type: string; json_schema?: { strict: boolean; schema: object } };
    messages: [{ role: 'system'; content: string }, { role: 'user'; content: unknown }];
  };
}

/** What a service does: answers; breaks the connection off; answers without end; or says nothing for as long as it lives. */
export type Answer = { status?: number; headers?: Record<string, string>; body: string } | 'break-off' | 'endless' | 'silent';

export interface ChatService {
  /** As in `base_url`. */
  address: string;
  asked: Asked[];
  close(): Promise<void>;
}

/** A server on this machine that speaks the protocol of chat completions, well or badly. */
export async function startChatService(answer: (asked: Asked) => Answer | Promise<Answer>, port = 0): Promise<ChatService> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const question = { path: request.url ?? '', headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) as Asked['body'] };
      asked.push(question);
      void Promise.resolve(answer(question)).then((given) => {
        if (given === 'silent') return;
        if (given === 'break-off') response.destroy();
        else if (given === 'endless') pour();
        else response.writeHead(given.status ?? 200, { 'content-type': 'application/json', ...given.headers }).end(given.body);
      });
    });
    const pour = (): void => {
      while (!response.destroyed && response.write(' '.repeat(1 << 20)));
      if (!response.destroyed) response.once('drain', pour);
    };
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A whole answer of which `content` is what the model said, with what the service counts. */
export function completion(content: unknown, end = 'stop', usage?: { prompt_tokens: number; completion_tokens: number }): Answer {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { body: JSON.stringify({ choices: [{ index: 0, finish_reason: end, message: { role: 'assistant', content: text } }], usage }) };
}
