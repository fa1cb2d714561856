import { Console } from 'node:console';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MillraceError } from '../model/errors.ts';
import { runRenderTask } from './render-task.ts';
import type { AnyRender } from './render-task.ts';
import { serve } from './serve.ts';
import { runStageTask } from './stage-task.ts';
import type { AnyStage } from './stage-task.ts';

// The entry of a worker process. Code of stages and sinks is loaded when the first task needs it.

// Libraries print what they like; it ends up in the cause of an exit, never on the daemon's terminal.
globalThis.console = new Console(process.stderr);
// Ctrl-C on a terminal reaches the whole group of processes; the daemon alone decides when a worker ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
new Worker(new URL(`./watchdog${extname(import.meta.url)}`, import.meta.url)).unref();

await serve({
  selfTest: async () => {
    const { selfTest } = await import('../pdf/self-test.ts');
    await selfTest();
  },
  stage: async (work, tell, cancelled) => {
    const stage = (await import(`../stages/${folder(work.stage)}/run.ts`)) as AnyStage;
    await runStageTask(stage, work, tell, cancelled);
  },
  render: async (work) => {
    const { render } = (await import(`../sink/${folder(work.sink)}/render.ts`)) as { render: AnyRender };
    await runRenderTask(render, work);
  },
  resident: () => process.memoryUsage.rss(),
  exit: (code) => process.exit(code),
});

/** A name becomes part of a path, so nothing but a plain name may pass. */
function folder(name: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new MillraceError('internal.unexpected', `"${name}" is no name of a stage or sink`);
  return name;
}
