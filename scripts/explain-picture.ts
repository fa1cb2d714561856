import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { makeSamples } from './samples.ts';

// Draws the picture of the documentation anew: `npx node scripts/explain-picture.ts`.
const root = join(import.meta.dirname, '..');
const folder = await mkdtemp(join(tmpdir(), 'millrace-explain-'));
await makeSamples(folder);
const picture = join(folder, 'explain.png');
const command = [join(root, 'bin', 'millrace.js'), 'explain', join(folder, 'mill-report.pdf'), '--out', picture];
const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
// A quarter of the size, and of 64 colours nobody misses one.
if (status === 0) await writeFile(join(root, 'docs', 'explain.png'), await sharp(picture).png({ palette: true, colours: 64 }).toBuffer());
await rm(folder, { recursive: true });
process.exitCode = status ?? 1;
