import { z } from 'zod';
import type { StageSpec } from '../../model/stage.ts';

export const spec = {
  name: 'identify',
  summary: 'Finds out from the content what a document is, whether it may be read, how many pages it has and what it says of itself.',
  version: 2,
  scope: 'document',
  reads: [],
  config: z.strictObject({
    max_bytes: z.int().positive().default(200_000_000).describe('Largest file that is read, in bytes.'),
    max_pages: z.int().positive().default(5000).describe('Most pages that a document may have.'),
    max_pixels: z
      .int()
      .positive()
      .max(268_402_689)
      .default(150_000_000)
      .describe('Most pixels that a page of an image document may have; an A0 sheet of 300 dpi has 139 million.'),
  }),
  timeout: 60_000,
  pagesPerTask: 1,
} satisfies StageSpec;
