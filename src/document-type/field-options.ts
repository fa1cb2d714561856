import { z } from 'zod';
import { phrases } from './phrases.ts';

/** What values of a field are, each with its own notation and validation. */
const fieldKinds = [
  'text',
  'identifier',
  'name',
  'address',
  'amount',
  'number',
  'percent',
  'date',
  'time',
  'currency',
  'iban',
  'bic',
  'tax_id',
  'phone',
  'email',
  'url',
  'items',
] as const;

export type FieldKind = (typeof fieldKinds)[number];

/** A field of a document type: what its values are, and what stands beside or above them. */
export const fieldOptions = z.strictObject({
  kind: z.enum(fieldKinds).describe('What its values are.'),
  labels: phrases.default({}).describe('What stands left of or above a value, the most telling first.'),
  columns: z.record(z.string(), phrases).default({}).describe('Of items: what the columns of a table are headed by, by the names of what they hold.'),
  list: z.boolean().default(false).describe('Whether a document may have several: `structured_data` then holds an array.'),
});

export type FieldOptions = z.output<typeof fieldOptions>;
