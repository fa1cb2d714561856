import { z } from 'zod';
import { evidenceOptions } from './evidence-options.ts';
import { fieldOptions } from './field-options.ts';
import { phrases } from './phrases.ts';

const nameHint = 'must be made of small letters, digits and "_", beginning with a letter';

/** A file of `pipelines/types/`: how a type of document is known, and what it says. Its content is part of the config of the stages that read it. */
export const documentTypeOptions = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, { error: nameHint })
    .describe('As `document_type` of results.'),
  summary: z.string().describe('One sentence: what counts as one.'),
  reader: z
    .enum(['labels', 'invoice', 'receipt', 'agreement', 'letter', 'resume'])
    .default('labels')
    .describe('How its fields are read: by their labels alone, or as documents of that kind are laid out, too.'),
  evidence: z.array(evidenceOptions).min(1).describe('What speaks for the type, and against it.'),
  fields_of: z
    .string()
    .optional()
    .describe('A type whose fields it has, too: a credit note has those of an invoice. Labels that it names itself come first.'),
  fields: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, { error: nameHint }), fieldOptions)
    .default({})
    .describe('What it says, by names as in `structured_data`.'),
  words: z
    .record(z.string(), phrases)
    .default({})
    .describe('What else its reader goes by, by the name that the reader knows it by, as `change` of receipts: it is read, but no field.'),
});

export type DocumentTypeOptions = z.output<typeof documentTypeOptions>;
