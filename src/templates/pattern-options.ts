import { z } from 'zod';
import { patternMistake } from './pattern.ts';

/** Characters of a pattern. */
const longest = 1_000;

/** A regular expression of Python's kind, so far as it can be matched in linear time. */
export const pattern = z
  .string()
  .min(1, { error: 'must not be empty' })
  .max(longest, { error: `must have at most ${longest} characters` })
  .superRefine((text, context) => {
    const mistake = text.length > longest ? undefined : patternMistake(text);
    if (mistake !== undefined) context.addIssue({ code: 'custom', message: mistake });
  });

/** One pattern or several. */
export const patterns = z
  .union([pattern, z.array(pattern).min(1).max(100)], { error: 'must be a pattern, or a list of patterns' })
  .transform((given) => (typeof given === 'string' ? [given] : given));
