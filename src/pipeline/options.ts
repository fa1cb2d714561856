import { z } from 'zod';
import { durationHint, durationPattern, milliseconds } from '../model/duration.ts';

const day = 86_400_000;
const sizeHint = 'must be a number with its unit, as in 200MB or 1GB';
const sizes = { KB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** The options of a pipeline beside its source, stages and sinks. */
export const pipelineOptions = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, { error: 'must be made of letters, digits, "-" and "_", 64 at the most' })
    .describe('Name of the pipeline, for the ledger, logs and results. No two pipelines share one.')
    .meta({ examples: ['documents'] }),
  in_flight: z.int().min(1).max(1000).default(4).describe('Documents that are worked on at once.'),
  max_retries: z.int().min(0).max(100).default(3).describe('How often a document is tried again after a failure that may pass.'),
  retry_delay: duration('Wait before the first retry; doubled each time, and half of it random.').prefault('1s'),
  retry_delay_max: duration('Longest wait before a retry.').prefault('5m'),
  worker_memory: z
    .string({ error: sizeHint })
    .regex(/^\d+(?:\.\d+)?(?:K|M|G)i?B$/, { error: sizeHint })
    .transform((text) => Math.round(parseFloat(text) * sizes[text.replace(/^[\d.]+/, '') as keyof typeof sizes]))
    .pipe(z.number().min(100e6, { error: 'must be at least 100MB' }).max(1e12, { error: 'must be at most 1000GB' }))
    .describe('Memory that a worker process may use before the task that it works on is stopped.')
    .prefault('768MB'),
  passwords: z
    .array(z.string({ error: 'must be text; put it in quotes' }).min(1, { error: 'must not be empty' }), { error: 'must be a list' })
    .default([])
    .describe('Passwords to try on encrypted files. Better taken from the environment.')
    .meta({ examples: [['${PDF_PASSWORD}']] }),
});

/** What every stage takes beside its own options. */
export const stageOptions = z.strictObject({
  timeout: duration("Longest time that one task of this stage may take; the stage's own default if left out.")
    .refine((time) => time > 0, { error: 'must be more than 0', params: { code: 'out-of-range' } })
    .optional(),
  concurrency: z
    .int()
    .min(1)
    .max(1024)
    .optional()
    .describe('Tasks of this stage at once, over all documents; only limited by the number of workers if left out.'),
});

function duration(description: string) {
  return z
    .string({ error: durationHint })
    .regex(durationPattern, { error: durationHint })
    .transform(milliseconds)
    .refine((time) => time <= day, { error: 'must be at most 24h', params: { code: 'out-of-range' } })
    .describe(description);
}
