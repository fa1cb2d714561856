import { writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { attemptsAfter, templatePipeline, writeInvoices, writeTemplate } from '../support/changed-template.ts';
import { test } from '../support/in-workspace.ts';

const count = 12;

// Catches a template that is no part of the checkpoint key (old fields stay), and one that is part of too many (everything is read again).
test('after one template has changed, only fields and the sinks run again', async ({ place }) => {
  await writeFile(place.at('pipelines', 'documents.yaml'), templatePipeline);
  await writeInvoices(place, count);
  const numberIn = async (name: string): Promise<unknown> =>
    ((await place.json('results', name)) as { structured_data: Record<string, unknown> }).structured_data['invoice_number'];

  await writeTemplate(place, 'Reference: (WW-\\d{3})');
  expect(await place.run('batch', 'docs', '--quiet')).toMatchObject({ code: 0 });
  const first = await attemptsAfter(place, 0);
  expect(first.byStage).toMatchObject({ identify: count, text: count, classify: count, fields: count });
  expect(await numberIn('3.pdf.json')).toBe('WW-100');

  await writeTemplate(place, 'Reference: (WW-\\d+)');
  expect(await place.run('batch', 'docs', '--quiet')).toMatchObject({ code: 0 });
  expect((await attemptsAfter(place, first.last)).byStage).toEqual({ fields: count, 'sink:json': count });
  expect(await numberIn('3.pdf.json')).toBe('WW-10003');
});
