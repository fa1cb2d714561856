import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { again } from './again.ts';
import { latency } from './latency.ts';
import { ocrMemory } from './ocr-memory.ts';
import { ocr } from './ocr.ts';
import { rate } from './rate.ts';
import { markdownOf } from './section.ts';
import type { Section } from './section.ts';
import { speed } from './speed.ts';
import { waiting } from './waiting.ts';

/**
 * `npm run bench -- [speed] [waiting] [rate] [latency] [ocr] [again] [ocr-memory] [--files DIR] [--rounds 3] [--waiting 100000] [--pages N] [--documents 10000] [--engine NAME] [--write]`:
 * measures what is named, or all, prints it, and with `--write` keeps it in bench/RESULTS.md. `--pages` are those of the scans that are made for OCR,
 * `--engine` is that of ocr-memory. Machines differ and are busy, so only ratios of one run mean much.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    waiting: { type: 'string', default: '100000' },
    pages: { type: 'string' },
    documents: { type: 'string', default: '10000' },
    engine: { type: 'string', default: 'tesseract.js' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const all: Record<string, () => Promise<Section>> = {
  speed: () => speed({ files: values.files, rounds }),
  rate: () => rate({ count: 1_000, rounds }),
  latency: () => latency({ documents: 10 }),
  waiting: () => waiting({ count: Number(values.waiting), seconds: 30 }),
  ocr: () => ocr({ files: values.files, pages: Number(values.pages ?? 12), rounds }),
  again: () => again({ count: Number(values.documents) }),
  'ocr-memory': () => ocrMemory({ pages: Number(values.pages ?? 200), engine: values.engine }),
};

const parts = [heading()];
for (const [name, measure] of Object.entries(all)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const part = markdownOf(await measure());
  console.log(part);
  parts.push(part);
}
if (values.write) await writeFile(join(import.meta.dirname, 'RESULTS.md'), parts.join('\n'));

function heading(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', cwd: import.meta.dirname }).trim();
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} processors, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}, ${process.platform}`;
  const args = [...positionals, ...(values.files === undefined ? [] : ['--files DIR']), `--rounds ${rounds}`].join(' ');
  return `# Last figures\n\n\`npm run bench -- ${args} --write\` at ${commit}, ${new Date().toISOString().slice(0, 16)}Z. ${machine}; load before ${loadavg()[0]?.toFixed(1) ?? ''}.\n`;
}
