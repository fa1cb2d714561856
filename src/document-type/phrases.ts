import { z } from 'zod';

/** Words as documents have them, by language (ISO 639-1). Case, accents and white space do not count when they are looked for. */
export const phrases = z.record(
  z.string().regex(/^[a-z]{2}$/, { error: 'must be by the code of a language, as in en or de' }),
  z
    .array(
      z
        .string()
        .min(1)
        .refine((text) => /[\p{L}\p{N}#№]/u.test(text), { error: 'must have a letter or a digit' }),
    )
    .min(1),
);

export type Phrases = z.output<typeof phrases>;
