import { z } from 'zod';
import { typeFiles } from '../../document-type/type-files.ts';
import { modelOptions } from '../../learning/model-options.ts';
import type { StageSpec } from '../../model/stage.ts';

export const spec = {
  name: 'classify',
  summary: 'Tells what kind of document it is by evidence, as files of document types name it, and says which evidence there was.',
  version: 1,
  scope: 'document',
  reads: ['identify', 'einvoice', 'text', 'ocr', 'barcodes', 'tables', 'furniture', 'form'],
  config: z.strictObject({
    types: z
      .array(z.string())
      .min(1)
      .optional()
      .describe(
        'Document types to choose from: files, or folders of them, and "shipped" for those that come with the program, which it is if left out. Of two of the same name the later counts.',
      ),
    model: z
      .string()
      .optional()
      .describe('What "millrace learn" has made of your own examples: a file. It is one more piece of evidence, and may bring in types of its own.'),
  }),
  files: { types: typeFiles, model: { what: 'model', schema: modelOptions } },
  timeout: 60_000,
  pagesPerTask: 1,
} satisfies StageSpec;
