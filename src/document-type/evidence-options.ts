import { z } from 'zod';
import { phrases } from './phrases.ts';

/** One thing that speaks for a type, or, with a weight below 0, against it. */
export const evidenceOptions = z.strictObject({
  rule: z.string().describe('Its name in results.'),
  phrases: phrases.describe('Any of these says so.'),
  where: z.enum(['title', 'anywhere']).default('anywhere').describe('Title: large or first on the first page.'),
  weight: z.number().min(-10).max(10).describe('How much it counts.'),
});

export type EvidenceOptions = z.output<typeof evidenceOptions>;
