import type { Workspace } from './workspace.ts';
import type { Command } from './command.ts';

/** A running daemon, and its API as a program would use it. */
export interface ApiClient {
  daemon: Command;
  url: string;
  get(path: string): Promise<{ status: number; body: unknown; headers: Headers }>;
  post(path: string, body?: FormData, headers?: Record<string, string>): Promise<{ status: number; body: unknown; headers: Headers }>;
  /** Hands files in, by name and content. */
  upload(
    files: Readonly<Record<string, Uint8Array | string>>,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown; headers: Headers }>;
  /** Events from the connection on, or from after `last`. The reader ends the connection by `return`. */
  events(last?: string): AsyncGenerator<SentEvent, void>;
}

export interface SentEvent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

export async function openApi(place: Workspace, args: readonly string[] = []): Promise<ApiClient> {
  const daemon = place.start(['run', '--json', '--port', '0', ...args]);
  const started = (await daemon.event('daemon.started')) as unknown as { url: string };
  const { url } = started;
  const answer = async (response: Response) => ({
    status: response.status,
    headers: response.headers,
    body: (response.headers.get('content-type') ?? '').startsWith('application/json') ? await response.json() : await response.text(),
  });
  const post: ApiClient['post'] = async (path, body, headers = {}) =>
    answer(await fetch(url + path, { method: 'POST', headers, ...(body && { body }) }));
  return {
    daemon,
    url,
    get: async (path) => answer(await fetch(url + path)),
    post,
    upload: (files, headers) => post('/api/batch', formOf(files), headers),
    events: (last) => listen(url, last),
  };
}

function formOf(files: Readonly<Record<string, Uint8Array | string>>): FormData {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('files', new Blob([new Uint8Array(Buffer.from(content))]), name);
  return form;
}

async function* listen(url: string, last: string | undefined): AsyncGenerator<SentEvent, void> {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/events`, { signal: abort.signal, headers: last === undefined ? {} : { 'last-event-id': last } });
  let text = '';
  try {
    for await (const chunk of (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        const fields = Object.fromEntries(frame.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
        yield { id: fields.id ?? '', event: fields.event ?? '', data: JSON.parse(fields.data ?? '{}') as Record<string, unknown> };
      }
    }
  } finally {
    abort.abort();
  }
}
