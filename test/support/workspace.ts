import { mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommand } from './command.ts';
import type { Command, Ending } from './command.ts';

/** A folder of its own in which commands are run as a user runs them, with a pipeline file and a watch folder. */
export interface Workspace {
  /** Absolute, without links. */
  folder: string;
  at(...names: string[]): string;
  start(args: readonly string[], options?: Parameters<typeof startCommand>[2]): Command;
  /** Runs a command to its end. */
  run(...args: string[]): Promise<Ending>;
  /** Files below a folder of the workspace, sorted; none when the folder is not there. */
  files(name: string): Promise<string[]>;
  read(...names: string[]): Promise<string>;
  json(...names: string[]): Promise<unknown>;
  /** Ends what still runs, and removes the folder unless it is to be kept. */
  close(keep?: boolean): Promise<void>;
}

export async function openWorkspace(pipeline: string = watchPipeline, folder?: string): Promise<Workspace> {
  const root = await realpath(folder ?? (await mkdtemp(join(tmpdir(), 'millrace-'))));
  const at = (...names: string[]): string => join(root, ...names);
  await mkdir(at('pipelines'), { recursive: true });
  await mkdir(at('watch'), { recursive: true });
  await writeFile(at('pipelines', 'documents.yaml'), pipeline);
  const commands: Command[] = [];
  const start: Workspace['start'] = (args, options) => {
    const command = startCommand(root, args, options);
    commands.push(command);
    return command;
  };
  return {
    folder: root,
    at,
    start,
    run: (...args) => start(args).ended,
    files: (name) => filesBelow(at(name)),
    read: (...names) => readFile(at(...names), 'utf8'),
    json: async (...names) => JSON.parse(await readFile(at(...names), 'utf8')) as unknown,
    async close(keep = false) {
      for (const command of commands) command.kill('SIGKILL');
      await Promise.all(commands.map(({ ended }) => ended));
      if (!keep) await rm(root, { recursive: true, force: true });
    },
  };
}

/** Short times, so that tests need not wait for what the defaults are meant for. */
const watchPipeline = `
name: documents
source:
  watch: ../watch
  settle: 200ms
stages: [identify, text, furniture]
sinks:
  - use: json
    folder: ../results
`;

export async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
