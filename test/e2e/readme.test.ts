import { cp, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeSamples } from '../../scripts/samples.ts';
import { test } from '../support/in-workspace.ts';

const root = join(import.meta.dirname, '..', '..');

/** What a reader is told to type, in order. `npm ci …` needs a fresh clone and has its own check. */
const commands = [...(await readFile(join(root, 'README.md'), 'utf8')).matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.trim().split('\n'))
  .filter((line) => !line.startsWith('npm '));

// Catches a README that tells of commands, options or files that are no more.
test('every command of the README works when typed in its order', async ({ place }) => {
  await cp(join(root, 'pipelines'), place.at('pipelines'), { recursive: true });
  await cp(join(root, 'watch'), place.at('watch'), { recursive: true });
  await symlink(join(root, 'node_modules'), place.at('node_modules'));
  await makeSamples(place.at('samples'));
  expect(commands.length).toBeGreaterThan(5);
  for (const line of commands) {
    const [npx, name, ...args] = line.split(' ');
    expect([npx, name]).toEqual(['npx', 'millrace']);
    const command = place.start(args);
    if (args[0] === 'run') {
      await command.event('daemon.started');
      command.kill('SIGTERM');
    }
    const { code, stderr } = await command.ended;
    // The samples hold one document that cannot be read.
    expect([line, code, code === (args[0] === 'batch' ? 3 : 0) ? '' : stderr]).toEqual([line, args[0] === 'batch' ? 3 : 0, '']);
  }
  expect(await place.files('results')).toContain('letter.pdf.json');
});
