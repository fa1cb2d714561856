import { z } from 'zod';
import { faultOfAddress } from '../../service/address.ts';

/** Options of the engine openai-compatible. */
export const serviceOptions = {
  base_url: z
    .string({ error: 'must be an address' })
    .optional()
    .describe('Address of the service, for openai-compatible, as in `https://api.example.com/v1`.'),
  model: z
    .string({ error: 'must be text' })
    .min(1, { error: 'must not be empty' })
    .optional()
    .describe('Name of the vision model, for openai-compatible.'),
  api_key: z
    .string({ error: 'must be text' })
    .optional()
    .describe('Key of the service, for openai-compatible; taken from the environment, as in `${OPENAI_API_KEY}`, and never shown or stored.')
    .meta({ secret: true }),
  allow_http: z
    .boolean()
    .default(false)
    .describe('Whether pictures of pages may be sent to another machine without encryption, for openai-compatible with an `http:` address.'),
};

interface ServiceConfig {
  engine: string;
  base_url?: string | undefined;
  model?: string | undefined;
  allow_http: boolean;
}

/** What can only be said of several options together. */
export function checkService({ engine, base_url: address, model, allow_http: allowHttp }: ServiceConfig, context: z.RefinementCtx): void {
  const refuse = (option: string, message: string): void => context.addIssue({ code: 'custom', path: [option], message });
  const asked = engine === 'openai-compatible';
  if (asked && address === undefined) refuse('base_url', 'must be given: it is where the engine openai-compatible sends pages to');
  if (asked && model === undefined) refuse('model', 'must be given with the engine openai-compatible');
  const fault = address === undefined ? undefined : faultOfAddress(address, allowHttp);
  if (fault !== undefined) refuse('base_url', fault);
}
