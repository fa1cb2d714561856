import type { Field, FieldValue } from '../model/field.ts';
import { fieldName } from './field-names.ts';
import type { Found } from './grouped.ts';
import type { Reading } from './reading.ts';
import { readLines } from './read-lines.ts';
import { readRegex } from './read-regex.ts';
import { readTable } from './read-table.ts';
import type { LinesRule } from './template-options.ts';
import type { TemplateText } from './template-text.ts';
import { placeOf, together } from './template-text.ts';

/** How sure a value is: of a notation that was validated, of any text, of one among several that differ. */
const confidences = { validated: 0.95, text: 0.9, ambiguous: 0.6 };

/** All that the template of a reading finds, under the names of results, each once unless it is a list; what is doubtful about it is said in words. */
export function readFields(reading: Reading, by: string): { fields: Field[]; doubts: string[] } {
  const { template } = reading;
  const nameOf = (key: string): string => fieldName(key, template.document_type);
  const fields: Field[] = [];
  const doubts: string[] = [];
  const put = (...more: Field[]): void => {
    if (more.every(({ name }) => !fields.some((field) => field.name === name))) fields.push(...more);
  };
  for (const [key, rule] of Object.entries(template.fields)) {
    const name = nameOf(key);
    if (rule.parser === 'static') put(staticField(reading.text, name, rule.value, by));
    else if (rule.parser === 'lines') put(...rowsField(reading, name, rule, by));
    else if (rule.parser === 'tables') put(...[...readTable(reading, rule, nameOf)].map(([of, found]) => fieldOf(of, found, by)));
    else {
      const { found, ambiguous } = readRegex(reading, name, rule);
      if (ambiguous) doubts.push(`${name} has several values; the first is taken, and "group" or "list" would say what is meant`);
      put(
        ...found.map((one) => ({
          ...fieldOf(name, one, by),
          ...(rule.list && { listed: true as const }),
          ...(ambiguous && { confidence: confidences.ambiguous }),
        })),
      );
    }
  }
  if (template.lines !== undefined) put(...rowsField(reading, nameOf('lines'), template.lines, by));
  for (const table of template.tables) for (const [name, found] of readTable(reading, table, nameOf)) put(fieldOf(name, found, by));
  if (template.issuer !== undefined) put(staticField(reading.text, nameOf('issuer'), template.issuer, by));
  if (template.options.currency !== undefined) put(staticField(reading.text, 'currency', template.options.currency, by));
  return { fields, doubts: [...doubts, ...reading.misread] };
}

function fieldOf(name: string, { value, raw, decimal, place, checks, validated }: Found, by: string): Field {
  return {
    name,
    value,
    raw,
    ...(decimal !== undefined && { decimal }),
    ...(place && { page: place.page, bbox: place.box }),
    confidence: validated ? confidences.validated : confidences.text,
    by,
    ...(checks.length > 0 && { checks }),
  };
}

/** What the template itself knows; where the document says it as well, it stands there. */
function staticField(text: TemplateText, name: string, value: FieldValue, by: string): Field {
  const raw = String(value);
  const at = text.text.indexOf(raw);
  const place = at < 0 ? undefined : placeOf(text, [at, at + raw.length]);
  return { name, value, raw, ...(place && { page: place.page, bbox: place.box }), confidence: confidences.validated, by };
}

function rowsField(reading: Reading, name: string, rule: LinesRule, by: string): Field[] {
  const { rows, raw, places } = readLines(reading, rule, name === 'line_items');
  const place = together(places);
  if (rows.length === 0) return [];
  return [
    { name, value: rows, raw: raw.slice(0, longestRaw), ...(place && { page: place.page, bbox: place.box }), confidence: confidences.text, by },
  ];
}

/** Characters of the document that are kept of rows. */
const longestRaw = 2_000;
