import type { FastifyInstance } from 'fastify';
import type { Feed, Told } from '../feed.ts';
import { securityHeaders } from '../headers.ts';
import { Refusal } from '../refusal.ts';

/** Bytes that wait for a reader who does not read; beyond, the connection is closed, and the reader goes on from where it was with a new one. */
const mostWaiting = 1024 * 1024;
const mostListeners = 64;
/** Milliseconds between signs of life, so that a dead connection is noticed. */
const beat = 15_000;

/** Server-sent events (WHATWG HTML, 9.2) of all jobs, resumable by Last-Event-ID. `reset` says that something was missed. */
export function eventRoutes(server: FastifyInstance, feed: Feed): void {
  let listeners = 0;
  server.get('/api/events', { schema: { summary: 'What happens, as it happens', tags: ['overview'] } }, (request, reply) => {
    if (listeners >= mostListeners) throw new Refusal(503, 'events.too-many', 'Too many listen already.', 30);
    const last = request.headers['last-event-id'];
    const missed = typeof last === 'string' ? feed.since(last) : [];
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    const say = (text: string): void => {
      if (raw.writableLength > mostWaiting) raw.destroy();
      else raw.write(text);
    };
    if (missed === undefined) say(frame({ id: feed.latest, type: 'reset', data: {} }));
    else say(`retry: 2000\n${typeof last === 'string' ? '' : `id: ${feed.latest}\n`}\n`);
    for (const told of missed ?? []) say(frame(told));
    const silence = feed.listen((told) => say(frame(told)));
    const timer = setInterval(() => say(': \n\n'), beat);
    listeners++;
    raw.on('close', () => {
      listeners--;
      clearInterval(timer);
      silence();
    });
  });
}

function frame({ id, type, data }: Told): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
