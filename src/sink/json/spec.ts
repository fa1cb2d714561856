import { z } from 'zod';
import type { SinkSpec } from '../../model/sink.ts';

export const spec = {
  name: 'json',
  summary: 'Writes one JSON file for each document: <folder>/<path below the source>/<file name>.json.',
  version: 2,
  config: z.strictObject({
    folder: z.string().min(1, { error: 'must not be empty' }).default('../results').describe('Where the results go, relative to the pipeline file.'),
    include: z
      .array(z.enum(['lines', 'words', 'layout_text', 'furniture']))
      .default([])
      .describe(
        'What to write of each page in addition: its lines, its words with boxes, its text with columns kept by spaces, its running heads and feet.',
      )
      .meta({ examples: [['lines', 'words']] }),
  }),
  form: 'file',
  extension: '.json',
} satisfies SinkSpec;
