import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let server: Server;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-orphans-'));
  server = createServer().listen(join(folder, 'socket'));
  await once(server, 'listening');
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe('worker processes', () => {
  // A busy loop never hears that its parent is gone: children of fork() stay for days.
  it.each(['SIGKILL', 'SIGTERM'] as const)('end at once when the daemon dies by %s, also in a busy loop', async (signal) => {
    const owner = spawn(process.execPath, [fileURLToPath(new URL('../support/pool-owner.ts', import.meta.url)), join(folder, 'socket')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const sockets = await connections(3);
    const ends = sockets.map((socket) => once(socket, 'close'));
    owner.kill(signal);
    const startedAt = performance.now();
    await Promise.all(ends);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

/** Each worker holds one connection for as long as it lives. */
function connections(count: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  return new Promise((resolve) => {
    server.on('connection', (socket) => {
      // A killed process may reset its connection; its close is all that counts.
      socket.on('error', () => undefined).resume();
      sockets.push(socket);
      if (sockets.length === count) resolve(sockets);
    });
  });
}
