import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import type { Raster } from '../../src/image/raster.ts';

/** What a service was asked. */
export interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  body: {
    model: string;
    temperature: number;
    response_format: { type: string; json_schema: { strict: boolean; schema: object } };
    messages: [{ role: 'system'; content: string }, { role: 'user'; content: [{ text: string }, { image_url: { url: string } }] }];
  };
}

/** What a service does: answers; breaks the connection off; answers without end; or says nothing for as long as it lives. */
export type Answer = { status?: number; headers?: Record<string, string>; body: string } | 'break-off' | 'endless' | 'silent';

export interface VisionService {
  /** As in `base_url`. */
  address: string;
  asked: Asked[];
  close(): Promise<void>;
}

/** A server on this machine that speaks the protocol of chat completions, well or badly. */
export async function startVisionService(answer: (asked: Asked) => Answer | Promise<Answer>): Promise<VisionService> {
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
  server.listen(0, '127.0.0.1');
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

/** A whole answer of which `content` is what the model said. */
export function completion(content: unknown, end = 'stop'): Answer {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { body: JSON.stringify({ choices: [{ index: 0, finish_reason: end, message: { role: 'assistant', content: text } }] }) };
}

/** A model that sees where lines of ink are, and has been told what they say: the first of `lines` is the topmost. */
export function seeing(lines: readonly string[]): (asked: Asked) => Promise<Answer> {
  return async ({ body }) => {
    const picture = await pictureOf(body);
    const thousandths = ([x0, y0, x1, y1]: number[]): number[] =>
      [x0, y0, x1, y1].map((edge, index) => Math.round((1000 * (edge ?? 0)) / (index % 2 === 0 ? picture.width : picture.height)));
    return completion({ lines: inkLines(picture).map((box, index) => ({ text: lines[index] ?? '', box: thousandths(box) })) });
  };
}

async function pictureOf({ messages }: Asked['body']): Promise<Raster> {
  const url = messages[1].content[1].image_url.url;
  const { data, info } = await sharp(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 1, data: new Uint8Array(data), dpi: 72 };
}

/** Boxes around rows of dark pixels with light ones between. */
function inkLines({ width, height, data }: Raster): number[][] {
  const boxes: number[][] = [];
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    const [left, right] = [row.findIndex((pixel) => pixel < 128), row.findLastIndex((pixel) => pixel < 128)];
    if (left < 0) continue;
    const last = boxes.at(-1);
    if (last?.[3] === y) last.splice(0, 4, Math.min(last[0] ?? 0, left), last[1] ?? 0, Math.max(last[2] ?? 0, right + 1), y + 1);
    else boxes.push([left, y, right + 1, y + 1]);
  }
  return boxes;
}
