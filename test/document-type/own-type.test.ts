import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import type { DocumentTypeOptions } from '../../src/document-type/document-type.ts';
import { structures } from '../../src/document-type/structure.ts';
import { loadPlan } from '../../src/pipeline/load.ts';
import { classify } from '../../src/stages/classify/classify.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { typedDocument } from '../support/typed-document.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/types.md'), 'utf8');

/** The example of the documentation, as a person would copy it: the files that it names by their first lines. */
function copied(): string {
  const folder = tempFolder();
  mkdirSync(join(folder, 'inbox'));
  for (const [, name = '', text = ''] of page.matchAll(/^```yaml\n# (\S+\.yaml)\n([\s\S]*?)^```/gm)) writeFileSync(join(folder, name), text);
  return folder;
}

function typesOf(folder: string): DocumentTypeOptions[] {
  const loaded = loadPlan(join(folder, 'pipeline.yaml'), { catalog, env: {}, overrides: {} });
  if ('problems' in loaded) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return loaded.plan.stages.find(({ name }) => name === 'classify')?.config.types as DocumentTypeOptions[];
}

const deliveryNote = `
Northwind Tools Ltd                              DELIVERY NOTE
4 Mill Lane, Leeds

Delivery note no: D-204                          Delivery date: 3 March 2026
Order number: 77                                 Carrier: Swift Parcels

Description              Quantity
Bolts, box of 100               4
Torque wrench                   1

Received by ____________
`;

test('a type that is added as the documentation says is known, beside those that are shipped', () => {
  const types = typesOf(copied());
  expect(types.map(({ name }) => name)).toEqual(expect.arrayContaining(['invoice', 'delivery_note']));
  const shipped = types.filter(({ name }) => name !== 'delivery_note');
  expect(classify(typedDocument([deliveryNote]), { types }).name).toBe('delivery_note');
  expect(classify(typedDocument([deliveryNote]), { types: shipped }).name).not.toBe('delivery_note');
});

test('a type of a shipped name takes the place of the shipped one', () => {
  const folder = copied();
  writeFileSync(
    join(folder, 'delivery_note.yaml'),
    readFileSync(join(folder, 'delivery_note.yaml'), 'utf8').replace(/^summary/, 'name: invoice\nsummary'),
  );
  const types = typesOf(folder);
  expect(types.filter(({ name }) => name === 'invoice')).toHaveLength(1);
  expect(classify(typedDocument([deliveryNote]), { types }).name).toBe('invoice');
});

test('the documentation lists all that is measured, and nothing else', () => {
  const [, table = ''] = page.split(/^\| `structure` .*\n.*\n/m);
  const listed = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(listed).toEqual(Object.keys(structures));
});
