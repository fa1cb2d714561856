import { z } from 'zod';
import { phrases } from './phrases.ts';
import { structureNames } from './structure.ts';

/** One thing that speaks for a type, or, with a weight below 0, against it. */
export const evidenceOptions = z
  .strictObject({
    rule: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,63}$/, { error: 'must be made of small letters, digits and "_", beginning with a letter' })
      .describe('Its name in results.'),
    weight: z
      .number()
      .min(-10)
      .max(10)
      .describe('How much it counts, as a natural logarithm of odds: 1 makes the type about three times as likely, 2.3 ten times, -2.3 a tenth.'),
    phrases: phrases.optional().describe('Any of these says so.'),
    where: z
      .enum(['title', 'line_start', 'anywhere'])
      .default('anywhere')
      .describe(
        'Where phrases must stand. Title: in large type, or among the first lines of the first page. Line start: where a short line begins, as headings and salutations do.',
      ),
    up_to: z
      .int()
      .min(1)
      .max(20)
      .default(1)
      .describe('How many different phrases count, each with the weight. However often one of them comes again, it counts once.'),
    structure: z.enum(structureNames).optional().describe('What is measured, in place of phrases.'),
    at_least: z.number().optional().describe('The smallest measure that says so.'),
    at_most: z.number().optional().describe('The largest measure that says so.'),
  })
  .superRefine(({ phrases: words, structure, at_least, at_most }, context) => {
    if ((words === undefined) === (structure === undefined))
      context.addIssue({ code: 'custom', message: 'must have either "phrases" or "structure"', path: ['rule'] });
    if (structure !== undefined && at_least === undefined && at_most === undefined)
      context.addIssue({ code: 'custom', message: 'must come with "at_least" or "at_most"', path: ['structure'] });
  });

export type EvidenceOptions = z.output<typeof evidenceOptions>;
