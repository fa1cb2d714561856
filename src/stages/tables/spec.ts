import { z } from 'zod';
import type { StageSpec } from '../../model/stage.ts';

export const spec = {
  name: 'tables',
  summary: 'Finds tables, ruled and unruled, with their spans, headers, titles and notes, and joins those that go on over pages.',
  version: 1,
  scope: 'page',
  reads: ['identify', 'text', 'ocr'],
  config: z.strictObject({}),
  timeout: 120_000,
  pagesPerTask: 20,
  whole: true,
} satisfies StageSpec;
