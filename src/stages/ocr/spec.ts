import { isAbsolute } from 'node:path';
import { z } from 'zod';
import type { StageSpec } from '../../model/stage.ts';
import { equip } from './equip.ts';
import { checkService, serviceOptions } from './service-options.ts';

const ranges = /^\d+(?:-\d*)?(?:,\d+(?:-\d*)?)*$/;

export const spec = {
  name: 'ocr',
  summary: 'Decides for every page by what means it is read, and reads scans, photos and pictures of text by optical character recognition.',
  version: 2,
  scope: 'page',
  reads: ['identify', 'text'],
  config: z
    .strictObject({
      mode: z
        .enum(['auto', 'force', 'skip', 'redo'])
        .default('auto')
        .describe(
          'Which pages are recognised: those that need it (auto), all (force), those without any text (skip), or also those that carry the text layer of an earlier recognition (redo).',
        ),
      pages: z
        .string({ error: 'must be text; put it in quotes' })
        .regex(ranges, { error: 'must be page numbers and ranges, as in "1-3,7" or "5-"' })
        .optional()
        .describe('Pages that may be recognised, as in "1-3,7"; all if left out.'),
      languages: z
        .array(z.string().regex(/^[A-Za-z]+(?:_[A-Za-z]+)*$/, { error: 'must be the code of a language, as in eng or deu' }))
        .min(1, { error: 'must name at least one language' })
        .default(['eng'])
        .describe(
          'Languages of the documents, the commonest first. Each but eng must be installed, for tesseract.js by `npm install @tesseract.js-data/<language>`.',
        ),
      engine: z
        .enum(['tesseract.js', 'tesseract', 'openai-compatible'])
        .default('tesseract.js')
        .describe(
          'What recognises the text: tesseract.js, which comes with this program; tesseract, the native program, which is faster; or openai-compatible, a vision model, to which pictures of the pages are sent.',
        ),
      program: z
        .string({ error: 'must be the full path of a program' })
        .refine(isAbsolute, { error: 'must be the full path of a program' })
        .optional()
        .describe('Full path of the native program, for the engine tesseract; looked for where packages put it if left out.'),
      ...serviceOptions,
      dpi: z
        .int()
        .min(70)
        .max(600)
        .default(300)
        .describe('Pixels an inch at which pages are drawn to be recognised; pictures are never drawn larger than they are.'),
    })
    .superRefine(checkService),
  timeout: 120_000,
  pagesPerTask: 2,
  equip,
} satisfies StageSpec;
