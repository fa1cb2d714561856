import { z } from 'zod';
import type { SinkSpec } from '../../model/sink.ts';

export const spec = {
  name: 'searchable-pdf',
  summary:
    'Writes a PDF that looks like the original, with what was recognised as invisible text in its place: <folder>/<path below the source>/<file name>.searchable.pdf.',
  version: 1,
  config: z.strictObject({
    folder: z.string().min(1, { error: 'must not be empty' }).default('../results').describe('Where the results go, relative to the pipeline file.'),
  }),
  form: 'file',
  extension: '.searchable.pdf',
  readsSource: true,
} satisfies SinkSpec;
