import { z } from 'zod';
import type { StageSpec } from '../../model/stage.ts';

export const spec = {
  name: 'text',
  summary:
    'Reads the text that a PDF states itself, with what is filled in in its form: words, lines and reading order of every page, and what is wrong with them.',
  version: 3,
  scope: 'page',
  reads: ['identify'],
  config: z.strictObject({}),
  timeout: 60_000,
  pagesPerTask: 50,
} satisfies StageSpec;
