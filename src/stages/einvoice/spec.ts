import { z } from 'zod';
import type { StageSpec } from '../../model/stage.ts';

export const spec = {
  name: 'einvoice',
  summary:
    'Reads electronic invoices (Factur-X, ZUGFeRD, XRechnung, Peppol; CII and UBL), inside a PDF or as a file of their own, and lists the files that a PDF carries.',
  version: 3,
  scope: 'document',
  reads: ['identify'],
  config: z.strictObject({}),
  timeout: 60_000,
  pagesPerTask: 1,
} satisfies StageSpec;
