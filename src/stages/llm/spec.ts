import { z } from 'zod';
import { typeFiles } from '../../document-type/type-files.ts';
import type { StageSpec } from '../../model/stage.ts';
import { faultOfAddress } from '../../service/address.ts';

export const spec = {
  name: 'llm',
  summary:
    'Asks a language model behind an OpenAI-compatible service for the fields that were not found, or not surely, and takes only values that stand on the lines which the model cites.',
  version: 1,
  scope: 'document',
  reads: ['identify', 'einvoice', 'text', 'ocr', 'barcodes', 'tables', 'furniture', 'form', 'classify', 'fields'],
  config: z
    .strictObject({
      base_url: z
        .string({ error: 'must be an address' })
        .describe('Address of the service, as in `http://localhost:11434/v1`: the text of documents is sent there.'),
      model: z.string({ error: 'must be text' }).min(1, { error: 'must not be empty' }).describe('Name of the model, as the service knows it.'),
      api_key: z
        .string({ error: 'must be text' })
        .optional()
        .describe('Key of the service; taken from the environment, as in `${OPENAI_API_KEY}`, and never shown or stored.')
        .meta({ secret: true }),
      allow_http: z.boolean().default(false).describe('Whether text may be sent to another machine without encryption, with an `http:` address.'),
      types: z
        .array(z.string())
        .min(1)
        .optional()
        .describe(
          'Document types whose fields are asked for: files, or folders of them, and "shipped"; those of "fields" or "classify" if left out.',
        ),
      fields: z
        .array(z.string())
        .min(1)
        .optional()
        .describe('Names of fields that are asked for, of those that the type of the document has; those that are missing or unsure if left out.'),
      below: z
        .number()
        .min(0)
        .max(1)
        .default(0.7)
        .describe(
          'Confidence (0–1) below which a field is unsure. What was found with more than the model is worth (0.8, or 0.7 for names and texts) stays anyway.',
        ),
      max_characters: z
        .int()
        .min(1_000)
        .max(2_000_000)
        .default(60_000)
        .describe(
          'Characters of a document that are sent at most; three or four are a token. Of longer ones the beginning and the end are sent, and a finding says so.',
        ),
      max_answer_tokens: z.int().min(50).max(100_000).default(2_000).describe('Tokens that the model may answer.'),
      prices: z
        .strictObject({
          input: z.number().min(0).describe('Of a million tokens that are sent.'),
          output: z.number().min(0).describe('Of a million tokens that are answered.'),
        })
        .optional()
        .describe(
          'Prices of a million tokens, as in `{ input: 0.15, output: 0.6 }`, in any currency, for the cost in reports. Other prices do not make anything be asked again.',
        )
        .meta({ prices: true }),
    })
    .superRefine(({ base_url: address, allow_http: allowHttp }, context) => {
      const fault = faultOfAddress(address, allowHttp);
      if (fault !== undefined) context.addIssue({ code: 'custom', path: ['base_url'], message: fault });
    }),
  files: { types: { ...typeFiles, as: ['fields', 'classify'] } },
  timeout: 120_000,
  pagesPerTask: 1,
} satisfies StageSpec;
