import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../support/in-workspace.ts';

const root = join(import.meta.dirname, '..', '..');
const page = await readFile(join(root, 'docs', 'templates.md'), 'utf8');

/** What a reader is told to do, in order: files by their first line, commands, and what is shown of their output. */
const steps = [...page.matchAll(/^```(sh|yaml|text)\n([\s\S]*?)^```/gm)].map(([, kind = '', text = '']) => ({ kind, text }));

// Catches a page that tells of options, keys or results that are no more.
test('every step of the page about templates works as it is told', async ({ place }) => {
  await cp(join(root, 'samples'), place.at('samples'), { recursive: true });
  const commands: string[] = [];
  let said = '';
  for (const { kind, text } of steps) {
    if (kind === 'yaml') {
      const [, name = ''] = /^# (\S+)\n/.exec(text) ?? [];
      await mkdir(dirname(place.at(name)), { recursive: true });
      await writeFile(place.at(name), text);
    } else if (kind === 'text') expect(said).toContain(text);
    else {
      for (const line of text.trim().split('\n')) {
        const [npx, millrace, ...args] = line.split(' ');
        const { code, stdout, stderr } = await place.run(...args);
        expect([npx, millrace, line, code, stderr, code === 0 ? '' : stdout]).toEqual(['npx', 'millrace', line, 0, '', '']);
        commands.push(line);
        said = stdout;
      }
    }
  }
  expect(commands).toHaveLength(4);
  expect(said).toMatch(/2 cases passed\n$/);
});
