import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { Patch } from '../../src/model/document.ts';
import { MillraceError } from '../../src/model/errors.ts';
import type { PageOutput, StageWork } from '../../src/model/workers.ts';
import { encodeFrame } from '../../src/workers/frame.ts';
import { runRenderTask } from '../../src/workers/render-task.ts';
import { serve } from '../../src/workers/serve.ts';
import { runStageTask } from '../../src/workers/stage-task.ts';
import type { AnyStage } from '../../src/workers/stage-task.ts';

// A worker entry that can go wrong in every way. The name of the stage says which; with `config.page` only that page goes
// wrong. `--conditions=` says how the process starts: `unfit`, `dies`, `hangs`.

type Act = (work: StageWork, page: number) => Patch | Promise<Patch>;

const kept: unknown[] = [];

/** Its types come with the DOM's, which a server has no use for. */
const wasm = (globalThis as unknown as { WebAssembly: { Memory: new (size: object) => { buffer: ArrayBuffer; grow(pages: number): number } } })
  .WebAssembly;

const acts: Record<string, Act> = {
  well: (_work, page) => (page === 0 ? { metadata: { page_count: 3 } } : { text: `page ${page}` }),
  inspect: ({ config, file, inputs }, page) => ({
    text: JSON.stringify({ page, config, file, inputs: inputs.length, env: process.env, pid: process.pid }),
  }),
  // Tells a socket that this process is there, for as long as it is; with `hang` it never comes back. With `folder` it starts a program there first.
  phone: async ({ config }) => {
    const { folder } = config;
    if (typeof folder === 'string') spawn('/bin/sleep', ['600'], { cwd: folder, stdio: 'ignore' });
    await once(connect(String(config['socket'])).unref(), 'connect');
    for (; config['hang'] === true;);
    return {};
  },
  'hang-sync': () => {
    for (;;);
  },
  'hang-async': () => new Promise(() => undefined),
  'ignore-sigterm': () => {
    process.on('SIGTERM', () => undefined);
    for (;;);
  },
  heap: () => {
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => `x${index}`));
  },
  buffers: () => allocate(() => Buffer.alloc(mebibytes(16), 1)),
  wasm: () => {
    const memory = new wasm.Memory({ initial: 1, maximum: 65_536 });
    return allocate(() => {
      const at = memory.grow(256) * 65_536;
      return new Uint8Array(memory.buffer, at).fill(1).length;
    });
  },
  'exit-0': () => process.exit(0),
  'exit-7': () => process.exit(7),
  abort: () => process.abort(),
  'kill-self': () => {
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  },
  overflow: () => {
    const deeper = (n: number): number => 1 + deeper(n + 1);
    return { text: String(deeper(0)) };
  },
  throw: ({ file }) => {
    throw new TypeError(`cannot make sense of ${file.path}`);
  },
  'throw-coded': () => {
    throw new MillraceError('document.damaged', 'it is broken');
  },
  'throw-disk-full': () => {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  },
  'throw-busy': () => {
    throw new MillraceError('service.busy', 'come back later', undefined, 7_000);
  },
  'with-secret': ({ config }) => ({ text: `${String(config['api_key']).length} characters` }),
  'tell-secret': ({ config }) => {
    const key = String(config['api_key']);
    throw new MillraceError('service.refused', `no such key: ${key}`, new Error(`${key} again`));
  },
  'throw-late': () => {
    setImmediate(() => {
      throw new Error('thrown late');
    });
    return { text: 'fine' };
  },
  'reject-stray': () => {
    void Promise.reject(new Error('stray rejection'));
    return { text: 'fine' };
  },
  bytes: ({ config }) => {
    writeSync(3, Buffer.from(String(config['hex']), 'hex'));
    return {};
  },
  frame: ({ config }) => {
    const blobs = Array.from({ length: Number(config['blobs'] ?? 0) }, () => new Uint8Array(3));
    writeSync(3, encodeFrame({ head: config['head'], blobs }));
    return {};
  },
  'huge-output': () => ({ text: noise(mebibytes(72)) }),
  chatty: () => {
    process.stdout.write('to stdout\n');
    console.log('to the console');
    for (let line = 0; line < 2000; line++) process.stderr.write(`line ${line}\n`);
    return process.exit(1);
  },
  'chatty-well': () => {
    process.stdout.write('to stdout\n');
    console.log('to the console');
    return { text: 'said' };
  },
};

const answered: Record<string, (pages: readonly number[]) => number[]> = {
  backwards: (pages) => pages.toReversed(),
  'too-few': (pages) => pages.slice(0, -1),
  'too-many': (pages) => [...pages, 99],
  twice: (pages) => pages.flatMap((page) => [page, page]),
};

new Worker(new URL('../../src/workers/watchdog.ts', import.meta.url)).unref();

await serve({
  selfTest: async () => {
    const starts = (how: string): boolean => process.execArgv.includes(`--conditions=${how}`);
    if (starts('unfit')) throw new MillraceError('worker.self-test', 'the known page has lost its words');
    if (starts('dies')) process.exit(3);
    if (starts('hangs')) await new Promise(() => undefined);
  },
  stage,
  render: (work) => runRenderTask(({ document, config }) => `${JSON.stringify(config)} ${document.pages.map(({ text }) => text).join('|')}`, work),
  resident: () => process.memoryUsage.rss(),
  exit: (code) => process.exit(code),
});

/** Answers for other pages than were asked for, or acts. */
function stage(work: StageWork, tell: (output: PageOutput) => void, cancelled: () => boolean): Promise<void> {
  const pages = answered[work.stage]?.(work.pages) ?? work.pages;
  const act = acts[work.stage] ?? acts['well']!;
  const well = acts['well']!;
  const wrong = work.config['page'];
  const run: AnyStage['run'] = ({ page, config }) => (wrong === undefined || wrong === page ? act : well)({ ...work, config }, page);
  return runStageTask({ run }, { ...work, pages }, tell, cancelled);
}

/** Goes on until somebody stops it, and lets the event loop turn meanwhile. */
async function allocate(more: () => unknown): Promise<never> {
  for (;;) {
    kept.push(more());
    await new Promise((next) => setImmediate(next));
  }
}

/** Text that does not compress. */
function noise(length: number): string {
  let text = '';
  for (let seed = 1; text.length < length;) {
    const numbers = Uint32Array.from({ length: 65_536 }, () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0));
    text += Buffer.from(numbers.buffer).toString('latin1');
  }
  return text;
}

function mebibytes(count: number): number {
  return count * 1024 * 1024;
}
