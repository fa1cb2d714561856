import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const medianUnder = 100;
const longest = 300;
const vague = /^(utils?|helpers?|common|manager|types|interfaces|misc|lib)\.ts$/;

// Small files are a promise of the design; a promise that no one measures is gone in a month.
const files = globSync('src/**/*.ts').map((path) => ({ path, lines: readFileSync(path, 'utf8').trimEnd().split('\n').length }));
const sorted = files.map(({ lines }) => lines).sort((a, b) => a - b);
const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity;

const breaches = [
  ...(median < medianUnder ? [] : [`median of ${median} lines, allowed is under ${medianUnder}`]),
  ...files.filter(({ lines }) => lines > longest).map(({ path, lines }) => `${path}: ${lines} lines, allowed are ${longest}`),
  ...files.filter(({ path }) => vague.test(basename(path))).map(({ path }) => `${path}: the name does not say what is decided there`),
];

for (const breach of breaches) console.error(breach);
console.log(`${files.length} files, median ${median} lines, longest ${sorted.at(-1) ?? 0}`);
if (breaches.length > 0) process.exitCode = 1;
