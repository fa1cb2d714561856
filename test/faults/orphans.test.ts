import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chaosPool, outputsOf, roomy, stageWork } from '../support/chaos-pool.ts';
import { goneWithin, processesIn } from '../support/processes.ts';

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
  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'end at once when the daemon dies by %s, also in a busy loop, with what they have started',
    async (signal) => {
      const owner = spawn(process.execPath, [fileURLToPath(new URL('../support/pool-owner.ts', import.meta.url)), join(folder, 'socket'), folder], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const sockets = await connections(3);
      const ends = sockets.map((socket) => once(socket, 'close'));
      owner.kill(signal);
      const startedAt = performance.now();
      await Promise.all(ends);
      expect(performance.now() - startedAt).toBeLessThan(2000);
      expect(await goneWithin(folder, 2000)).toBeDefined();
    },
  );
});

describe('a program that a worker has started', () => {
  // An OCR program reads its page to the end, however long its reader is gone; the group of processes ends it.
  it.each([
    ['is killed from outside', 60_000, (pid: number) => process.kill(pid, 'SIGKILL')],
    ['is killed at its time limit', 500, () => undefined],
  ])('ends at once when the worker %s', async (_how, timeout, harm) => {
    const { workers, log } = chaosPool();
    await workers.ready();
    const work = stageWork('phone', { config: { socket: join(folder, 'socket'), folder, hang: true } });
    const ended = expect(outputsOf(workers, work, { ...roomy, timeout })).rejects.toMatchObject({
      code: expect.stringMatching(/^worker\./) as string,
    });
    await connections(1);
    expect(processesIn(folder)).not.toEqual([]);
    harm(log.all('worker.started')[0]?.pid ?? 0);
    await ended;
    expect(await goneWithin(folder, 2000)).toBeDefined();
    await workers.close();
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
