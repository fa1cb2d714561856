import { z } from 'zod';

/** What `millrace learn` writes. */
export const modelOptions = z
  .strictObject({
    format: z.literal('millrace.model/1'),
    labels: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/),
          examples: z.int().min(1).describe('Documents that it was learned from; nobody is surer than those allow.'),
          typical: z
            .number()
            .min(-1_000)
            .max(1_000)
            .describe('The score of half of its documents is higher. One that has less than half as much is likely of no label.'),
        }),
      )
      .min(2)
      .max(200),
    sharpness: z.number().min(0).max(10_000).describe('What differences of scores are multiplied by to become probabilities that hold.'),
    grams: z.array(z.string().max(100)).min(1).max(10_000).describe('Words and pairs of words that tell labels apart.'),
    weights: z
      .array(z.array(z.number().min(-1_000).max(1_000)))
      .describe('For each label, in their order, how much each of the grams speaks for it.'),
  })
  .superRefine(({ labels, grams, weights }, context) => {
    if (weights.length !== labels.length || weights.some((row) => row.length !== grams.length))
      context.addIssue({ code: 'custom', message: 'must have a row for each label, with a number for each of the grams', path: ['weights'] });
  });

export type Model = z.output<typeof modelOptions>;
