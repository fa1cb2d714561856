import { z } from 'zod';
import type { SinkSpec } from '../../model/sink.ts';

export const spec = {
  name: 'markdown',
  summary:
    'Writes each document as Markdown, with headings, lists and tables, without running heads and feet: <folder>/<path below the source>/<file name>.md.',
  version: 1,
  config: z.strictObject({
    folder: z.string().min(1, { error: 'must not be empty' }).default('../results').describe('Where the results go, relative to the pipeline file.'),
    tables: z
      .enum(['auto', 'pipe', 'html'])
      .default('auto')
      .describe('Tables as lines with pipes, which cannot show cells that span others, or as HTML; auto takes HTML only for those with such cells.'),
    page_breaks: z
      .enum(['comment', 'rule', 'none'])
      .default('comment')
      .describe('What stands between two pages: a comment with the number, a rule, or nothing.'),
  }),
  form: 'file',
  extension: '.md',
} satisfies SinkSpec;
