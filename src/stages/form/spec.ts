import { z } from 'zod';
import type { StageSpec } from '../../model/stage.ts';

export const spec = {
  name: 'form',
  summary: 'Reads what is filled in in PDF forms: text, choices, ticked boxes, and whether it is signed.',
  version: 1,
  scope: 'document',
  reads: ['identify'],
  config: z.strictObject({}),
  timeout: 60_000,
  pagesPerTask: 1,
} satisfies StageSpec;
