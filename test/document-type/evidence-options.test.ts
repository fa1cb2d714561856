import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { typeFiles } from '../../src/document-type/type-files.ts';
import { readNamedFile } from '../../src/pipeline/named-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** What is said of a type file with this as its one piece of evidence. */
function said(evidence: string): string[] {
  const folder = tempFolder();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'mill.yaml');
  writeFileSync(file, `summary: A mill.\nevidence:\n  - ${evidence}\n`);
  return readNamedFile(file, typeFiles).problems.map(({ line, message }) => `${String(line)}: ${message}`);
}

test('evidence is phrases or a structure with its limits', () => {
  expect(said('{ rule: title, weight: 2, phrases: { en: [mill] } }')).toEqual([]);
  expect(said('{ rule: long, weight: -2, structure: pages, at_least: 9 }')).toEqual([]);
});

test.each([
  ['neither phrases nor a structure', '{ rule: title, weight: 2 }', 'either "phrases" or "structure"'],
  ['both', '{ rule: title, weight: 2, phrases: { en: [mill] }, structure: pages, at_least: 1 }', 'either "phrases" or "structure"'],
  ['a structure without a limit', '{ rule: long, weight: 2, structure: pages }', '"at_least" or "at_most"'],
  ['a structure that nobody measures', '{ rule: long, weight: 2, structure: page, at_least: 1 }', 'pages'],
  ['a weight beyond all odds', '{ rule: title, weight: 20, phrases: { en: [mill] } }', '10'],
  ['a language that is no code', '{ rule: title, weight: 2, phrases: { english: [mill] } }', 'code of a language'],
  ['a key that does not exist', '{ rule: title, weights: 2, phrases: { en: [mill] } }', '"weights" is not an option'],
])('%s is refused with its line', (_, evidence, message) => {
  const [first = '', ...rest] = said(evidence);
  expect([first, ...rest].join('\n')).toContain(message);
  expect(first).toMatch(/^3: /);
});
