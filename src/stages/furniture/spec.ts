import { z } from 'zod';
import type { StageSpec } from '../../model/stage.ts';

export const spec = {
  name: 'furniture',
  summary: 'Marks running heads, feet and page numbers: lines that come again at the same height of many pages. They stay in the text.',
  version: 1,
  scope: 'document',
  reads: ['identify', 'text', 'ocr'],
  config: z.strictObject({}),
  timeout: 60_000,
  pagesPerTask: 1,
} satisfies StageSpec;
