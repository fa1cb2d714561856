import { spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeSamples } from './samples.ts';

/**
 * The main job, as a user sees it: a real daemon on a folder of its own, documents dropped into its watch folder, results shown, daemon stopped.
 * Everything stands in build/demo afterwards, to be looked at.
 */
const root = join(import.meta.dirname, '..');
const demo = join(root, 'build', 'demo');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

await rm(demo, { recursive: true, force: true });
await mkdir(join(demo, 'pipelines'), { recursive: true });
await mkdir(join(demo, 'watch'));
await copyFile(join(root, 'pipelines', 'documents.yaml'), join(demo, 'pipelines', 'documents.yaml'));

say('Making sample documents …');
const names = await makeSamples(join(demo, 'samples'));

say('Starting the daemon:  millrace run pipelines/documents.yaml\n');
const daemon = spawn(process.execPath, [join(root, 'bin', 'millrace.js'), 'run', 'pipelines/documents.yaml', '--json', '--port', '0'], {
  cwd: demo,
  stdio: ['ignore', 'inherit', 'pipe'],
});
const ended = new Promise<number | null>((resolve) => daemon.once('exit', resolve));

let done = 0;
for await (const line of createInterface({ input: daemon.stderr })) {
  const entry = JSON.parse(line) as { event?: string; msg: string };
  say(`  ${entry.msg}`);
  if (entry.event === 'daemon.started') {
    say(`\nDropping ${names.length} documents into watch/ …`);
    for (const name of names) await rename(join(demo, 'samples', name), join(demo, 'watch', name));
  }
  if ((entry.event === 'job.completed' || entry.event === 'job.failed') && ++done === names.length) daemon.kill('SIGTERM');
}
const code = await ended;

say('\nResults:');
for (const name of (await readdir(join(demo, 'results'))).sort()) {
  const result = JSON.parse(await readFile(join(demo, 'results', name), 'utf8')) as Result;
  const { document_type = 'unknown', structured_data = {} } = result;
  say(`  results/${name}: ${document_type}, ${result.pages.length} pages, ${result.method}, ${result.status}`);
  say(`    ${Object.keys(structured_data).length > 0 ? inShort(structured_data) : `${JSON.stringify(result.pages[0]?.text.slice(0, 90))} …`}`);
}
say('\nOriginals: read ones in archive/, the one that could not be read in failed/, with the reason beside it.');
say(`All of it stands in build/demo. The daemon ended with exit code ${String(code)}.`);
process.exitCode = code === 0 && done === names.length ? 0 : 1;

interface Result {
  pages: { text: string }[];
  method: string;
  status: string;
  document_type?: string;
  structured_data?: Record<string, unknown>;
}

function inShort(data: Record<string, unknown>): string {
  const shown = Object.entries(data).map(
    ([name, value]) => `${name}: ${Array.isArray(value) && typeof value[0] === 'object' ? `${value.length} lines` : String(value)}`,
  );
  return shown.join(', ');
}
