import { z } from 'zod';
import { durationHint, durationPattern, milliseconds } from '../model/duration.ts';

const tooLong = { error: 'must be at most 24h', params: { code: 'out-of-range' } };

/** The `source:` block of a pipeline file. */
export const source = z.strictObject({
  watch: folder('Folder to watch, with everything below it, relative to the pipeline file.').default('../watch'),
  include: globs('Files to take: glob patterns on the path below the watched folder; upper and lower case are the same.')
    .min(1, { error: 'must name at least one pattern' })
    .default(['**/*.{pdf,png,jpg,jpeg,tif,tiff,webp,bmp,gif}'])
    .meta({ examples: [['**/*.pdf', 'scans/**']] }),
  ignore: globs('Files and folders to leave alone, in addition to temporary and hidden ones.').default([]),
  settle: duration('How long a file must stay unchanged before it is taken.').refine(withinDay, tooLong).prefault('2s'),
  rescan: duration('Time between full scans, which find what the file system did not announce.')
    .refine((time) => time >= 100, { error: 'must be at least 100ms', params: { code: 'out-of-range' } })
    .refine(withinDay, tooLong)
    .prefault('60s'),
  originals: z
    .enum(['archive', 'delete', 'keep'])
    .default('archive')
    .describe('What becomes of a document once its result is stored: moved to the archive, deleted, or left where it stands.'),
  archive: folder('Where processed documents go; `archive` beside the watched folder if left out.').optional(),
  failed: folder('Where failed documents go, each with its reason; `failed` beside the watched folder if left out.').optional(),
});

/** The timers of the platform end at 24 days, and begin anew without a pause beyond. */
function withinDay(time: number): boolean {
  return time <= 86_400_000;
}

function folder(description: string) {
  return z.string().min(1, { error: 'must not be empty' }).describe(description);
}

function globs(description: string) {
  return z.array(z.string().min(1, { error: 'must not be empty' })).describe(description);
}

function duration(description: string) {
  return z.string({ error: durationHint }).regex(durationPattern, { error: durationHint }).transform(milliseconds).describe(description);
}
