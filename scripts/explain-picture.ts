import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSamples } from './samples.ts';

// Draws the picture of the documentation anew: `npx node scripts/explain-picture.ts`.
const root = join(import.meta.dirname, '..');
const samples = await mkdtemp(join(tmpdir(), 'millrace-samples-'));
await makeSamples(samples);
const command = [join(root, 'bin', 'millrace.js'), 'explain', join(samples, 'mill-report.pdf'), '--out', join(root, 'docs', 'explain.png')];
const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
await rm(samples, { recursive: true });
process.exitCode = status ?? 1;
