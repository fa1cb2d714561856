import { z } from 'zod';
import { errorAnswer } from './views.ts';

/** A shape as the JSON Schema that Fastify checks by, serialises by and documents. */
function shape(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return json;
}

const failure = shape(errorAnswer);

/** The schema of an operation: what it takes, what it gives, and the errors that it may answer with. */
export function operation(
  terms: { summary: string; tags: string[] },
  parts: { params?: z.ZodType; querystring?: z.ZodType; headers?: z.ZodType; answer?: Record<number, z.ZodType>; errors?: readonly number[] },
): Record<string, unknown> {
  const { params, querystring, headers, answer = {}, errors = [] } = parts;
  return {
    ...terms,
    ...(params && { params: shape(params) }),
    ...(querystring && { querystring: shape(querystring) }),
    ...(headers && { headers: shape(headers) }),
    response: {
      ...Object.fromEntries(Object.entries(answer).map(([status, schema]) => [status, shape(schema)])),
      ...Object.fromEntries(errors.map((status) => [status, failure])),
    },
  };
}
