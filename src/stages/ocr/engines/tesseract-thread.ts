import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** What the thread is asked to do, and what with. */
type Action = 'load' | 'loadLanguage' | 'initialize' | 'setParameters' | 'recognize';

export interface TesseractThread {
  /** Rejects with an `Error` when tesseract.js says so, or when the thread ends before it has answered. */
  ask(action: Action, payload: object): Promise<unknown>;
  end(): Promise<void>;
}

interface Answer {
  jobId: string;
  status: 'resolve' | 'reject' | 'progress';
  data: unknown;
}

/**
 * The thread of tesseract.js, spoken to without its client: that never settles when the thread dies or a language cannot be loaded, and takes all languages from one folder,
 * while each has a package of its own. What Tesseract prints is thrown away.
 */
export function startThread(): TesseractThread {
  const thread = new Worker(createRequire(import.meta.url).resolve('tesseract.js/src/worker-script/node/index.js'), { stdout: true, stderr: true });
  thread.stdout.resume();
  thread.stderr.resume();
  const asked = new Map<string, { resolve: (data: unknown) => void; reject: (error: Error) => void }>();
  let ended: Error | undefined;
  let count = 0;
  thread.on('message', ({ jobId, status, data }: Answer) => {
    if (status === 'progress') return;
    const question = asked.get(jobId);
    asked.delete(jobId);
    if (status === 'resolve') question?.resolve(data);
    else question?.reject(new Error(String(data)));
  });
  const fail = (error: Error): void => {
    ended ??= error;
    for (const { reject } of asked.values()) reject(ended);
    asked.clear();
  };
  thread.on('error', fail);
  thread.on('exit', (code) => fail(new Error(`the thread of tesseract.js ended with ${code}`)));
  return {
    ask: (action, payload) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended);
        const jobId = String(++count);
        asked.set(jobId, { resolve, reject });
        thread.postMessage({ workerId: 'millrace', jobId, action, payload });
      }),
    end: async () => {
      await thread.terminate();
    },
  };
}
