import { z } from 'zod';
import type { SinkSpec } from '../../model/sink.ts';

export const spec = {
  name: 'csv',
  summary:
    'Writes one CSV file for each table: <folder>/<path below the source>/<file name>.tables/table-1.csv; a document without tables has no folder.',
  version: 1,
  config: z.strictObject({
    folder: z.string().min(1, { error: 'must not be empty' }).default('../results').describe('Where the results go, relative to the pipeline file.'),
    delimiter: z.enum(['comma', 'semicolon', 'tab']).default('comma').describe('What stands between two cells.'),
    bom: z.boolean().default(false).describe('Whether files begin with a byte order mark, by which Excel knows that they are UTF-8.'),
    defuse: z
      .boolean()
      .default(true)
      .describe("Whether cells that a spreadsheet would take for a formula get a ' in front; numbers and phone numbers stay as they are."),
  }),
  form: 'folder',
  extension: '.tables',
} satisfies SinkSpec;
