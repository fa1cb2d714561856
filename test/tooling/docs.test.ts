import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { errorKinds } from '../../src/model/errors.ts';
import { shippedTypes } from '../support/shipped-types.ts';

const root = join(import.meta.dirname, '../..');
const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

/** Files that findings come from. */
const sources = ['stages', 'templates', 'raster', 'workers', 'processing', 'model'].flatMap((folder) =>
  readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'src', folder, name), 'utf8')),
);

/** What codes of findings begin with: stages, and what several of them share. */
const origins = [...catalog.stages.map(({ name }) => name), 'stage', 'template', 'render', 'image', 'explain'];
const code = new RegExp(`['\`]((?:${origins.join('|')})\\.[a-z][a-z_-]+)['\`]`, 'g');
/** Written as findings are, and something else. */
const others = new Set([...Object.keys(errorKinds), 'stage.reused']);

function codesIn(text: string): string[] {
  return [...text.matchAll(code)].map(([, found = '']) => found).filter((found) => !others.has(found));
}

test('findings.md has every code of a finding, and no other', () => {
  const given = new Set(
    sources.flatMap((text) =>
      text
        .split('\n')
        .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line))
        .flatMap(codesIn),
    ),
  );
  expect([...new Set(codesIn(page('findings.md')))].sort()).toEqual([...given].sort());
});

test('fields.md has every field of the shipped types', () => {
  const rows = page('fields.md').split('\n');
  const missing = shippedTypes.flatMap(({ name, fields }) => {
    const row = rows.find((line) => line.startsWith('|') && line.split('|')[1]?.includes(`\`${name}\``)) ?? '';
    return Object.keys(fields)
      .filter((field) => !new RegExp(`\\b${field}\\b`).test(row))
      .map((field) => `${name}/${field}`);
  });
  expect(missing).toEqual([]);
});
