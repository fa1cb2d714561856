import { z } from 'zod';
import type { StageSpec } from '../../model/stage.ts';
import { barcodeFormats, usualFormats } from './formats.ts';

export const spec = {
  name: 'barcodes',
  summary: 'Reads bar codes and matrix codes, such as QR codes, on pages and pictures.',
  version: 1,
  scope: 'page',
  reads: ['identify', 'text'],
  config: z.strictObject({
    mode: z
      .enum(['auto', 'always'])
      .default('auto')
      .describe(
        'What is looked at: pictures and what is drawn of many small rectangles (auto), or all of every page, which finds codes that are set in fonts, too, and takes as long as drawing the pages (always).',
      ),
    formats: z.array(z.enum(barcodeFormats)).min(1).default(usualFormats).describe('Kinds of codes that are looked for; fewer are faster.'),
    dpi: z
      .int()
      .min(100)
      .max(600)
      .default(300)
      .describe('Pixels an inch at which pages are drawn to be looked at; pictures are looked at as they are, up to that resolution.'),
  }),
  timeout: 60_000,
  pagesPerTask: 20,
} satisfies StageSpec;
