import { fieldName } from './field-names.ts';
import type { Template } from './template-options.ts';

/** invoice2data's, of those that a template has anything to say of. */
const usual = ['date', 'amount', 'invoice_number'];

/** Fields by their names in results without which something is wrong. */
export function requiredFields({ required_fields: required, fields, document_type: type }: Template): string[] {
  const named = Object.keys(fields).map((key) => fieldName(key, type));
  const usually = usual.map((key) => fieldName(key, type)).filter((name) => named.includes(name));
  return [...new Set(required?.map((key) => fieldName(key, type)) ?? usually)];
}
