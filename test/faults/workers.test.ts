import { afterAll, describe, expect, it } from 'vitest';
import { encodeFrame } from '../../src/workers/frame.ts';
import { chaosPool, outputsOf, roomy, stageWork } from '../support/chaos-pool.ts';
import type { StageTerms } from '../support/chaos-pool.ts';
import type { Limits } from '../../src/model/workers.ts';

const mebibyte = 1024 * 1024;
const { workers, log } = chaosPool({ processes: 2, execArgv: ['--max-old-space-size=96'] });
const small: Limits = { timeout: 60_000, memory: 250 * mebibyte };
const short: Limits = { timeout: 250, memory: roomy.memory };

afterAll(() => workers.close());

type Case = [stage: string, reason: string, code: string, said: RegExp, terms?: StageTerms, limits?: Limits];

const raw = (head: unknown, blobs = 0): StageTerms => ({ config: { head, blobs } });
const bytes = (hex: string): StageTerms => ({ config: { hex } });

const deaths: Case[] = [
  ['hang-sync', 'timeout', 'worker.timeout', /limit of 250 ms/, {}, short],
  ['hang-async', 'timeout', 'worker.timeout', /limit of 250 ms/, {}, short],
  ['ignore-sigterm', 'timeout', 'worker.timeout', /limit of 250 ms/, {}, short],
  // It has answered before, and so looks alive.
  ['hang-sync', 'timeout', 'worker.timeout', /limit of 250 ms/, { pages: [1, 2, 3], config: { page: 3 } }, short],
  ['heap', 'memory', 'worker.memory', /used up its heap/],
  ['buffers', 'memory', 'worker.memory', /its limit is 250 MiB/, {}, small],
  ['wasm', 'memory', 'worker.memory', /its limit is 250 MiB/, {}, small],
  ['exit-0', 'exit', 'worker.exit', /exit code 0/],
  ['exit-7', 'exit', 'worker.exit', /exit code 7/],
  ['chatty', 'exit', 'worker.exit', /exit code 1/],
  ['throw-late', 'exit', 'worker.exit', /exit code 1/],
  ['reject-stray', 'exit', 'worker.exit', /exit code 1/],
  ['abort', 'signal', 'worker.signal', /SIGABRT/],
  ['kill-self', 'signal', 'worker.signal', /SIGKILL/],
  ['backwards', 'protocol', 'worker.protocol', /page 2 came instead of 1/, { pages: [1, 2] }],
  ['too-few', 'protocol', 'worker.protocol', /done after 1 of 2 pages/, { pages: [1, 2] }],
  ['too-many', 'protocol', 'worker.protocol', /page 99 came instead of the end/, { pages: [1, 2] }],
  ['twice', 'protocol', 'worker.protocol', /page 1 came instead of 2/, { pages: [1, 2] }],
  ['bytes', 'protocol', 'worker.protocol', /1734439522 bytes is announced/, bytes(Buffer.from('garbage!').toString('hex'))],
  ['bytes', 'protocol', 'worker.protocol', /4294967295 bytes is announced/, bytes('ffffffff')],
  ['bytes', 'protocol', 'worker.protocol', /not JSON/, bytes(encodeFrame({ head: 0, blobs: [] }).toString('hex').replace(/30$/, '7b'))],
  ['frame', 'protocol', 'worker.protocol', /no message is of type "shout"/, raw({ type: 'shout' })],
  ['frame', 'protocol', 'worker.protocol', /ready twice/, raw({ type: 'ready' })],
  ['frame', 'protocol', 'worker.protocol', /about task 999/, raw({ type: 'done', id: 999, resident: 1 })],
  ['frame', 'protocol', 'worker.protocol', /no known code/, raw({ type: 'failed', id: 1, resident: 1, error: { code: 'x', message: '' } })],
];

describe('a task that goes wrong', () => {
  it.each(deaths)('%s ends with reason %s and %s, and harms no other', async (stage, reason, code, said, terms = {}, limits = roomy) => {
    const exits = log.all('worker.exited').length;
    const startedAt = performance.now();
    const bad = expect(outputsOf(workers, stageWork(stage, { document: 'bad', ...terms }), limits)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(said) as string,
    });
    const good = ['a', 'b', 'c'].map((document) => outputsOf(workers, stageWork('well', { document, pages: [1, 2, 3] })));
    await bad;
    if (limits.timeout < roomy.timeout) expect(performance.now() - startedAt).toBeLessThan(limits.timeout + 1000);
    expect((await Promise.all(good)).map((outputs) => outputs.length)).toEqual([3, 3, 3]);
    expect(await outputsOf(workers, stageWork('well', { document: 'bad' }))).toHaveLength(1);
    expect(log.all('worker.exited').slice(exits)).toMatchObject([{ reason }]);
  });

  it('too large an output is the failure of its page, not of the worker', async () => {
    const large = chaosPool();
    const [first, second] = await outputsOf(large.workers, stageWork('huge-output', { pages: [1, 2], config: { page: 1 } }));
    expect(first?.failed).toMatchObject({ code: 'stage.failed', message: expect.stringMatching(/more than 67043328/) as string });
    expect(second?.failed).toBeUndefined();
    expect(large.log.all('worker.exited')).toEqual([]);
    await large.workers.close();
  });

  it('keeps the last that a dying worker said, and not more', async () => {
    const error = await outputsOf(workers, stageWork('chatty')).catch((thrown: unknown) => thrown as { cause: string });
    const { cause } = error as { cause: string };
    expect(cause.length).toBeLessThanOrEqual(4096);
    expect(cause).toMatch(/line \d+$/);
  });

  it('names the error that ended the worker as the cause', async () => {
    await expect(outputsOf(workers, stageWork('throw-late'))).rejects.toMatchObject({ cause: expect.stringContaining('thrown late') as string });
    await expect(outputsOf(workers, stageWork('reject-stray'))).rejects.toMatchObject({
      cause: expect.stringContaining('stray rejection') as string,
    });
  });
});
