import { z } from 'zod';
import { dateFormatMistake } from './date-format.ts';
import { pattern, patterns } from './pattern-options.ts';

/** What a captured text is read as. `int`, `float` and `string` are invoice2data's; the others have a notation and checks of their own. */
const templateTypes = [
  'string',
  'int',
  'float',
  'date',
  'time',
  'amount',
  'number',
  'percent',
  'currency',
  'iban',
  'bic',
  'tax_id',
  'phone',
  'email',
  'url',
] as const;

export type TemplateType = (typeof templateTypes)[number];

const type = z.enum(templateTypes).describe('What a captured text is read as.');
const types = z.record(z.string(), type).describe('What the named groups are read as.');
const group = z.enum(['sum', 'min', 'max', 'first', 'last', 'join']).describe('What is made of several matches.');
const replacements = z
  .array(z.tuple([pattern, z.string()]), { error: 'must be a list of pairs, as in [["from", "to"]]' })
  .max(100)
  .describe('Pairs of a pattern and what stands in its place.');

/** A part of a page as `pdftotext` takes it: pixels of a resolution. */
const area = z
  .strictObject({
    f: z.int().min(1).default(1).describe('First page.'),
    l: z.int().min(1).optional().describe('Last page; the last one there is if left out.'),
    x: z.number().min(0).describe('Left edge.'),
    y: z.number().min(0).describe('Upper edge.'),
    W: z.number().min(1).describe('Width.'),
    H: z.number().min(1).describe('Height.'),
    r: z.number().min(10).max(2_400).default(72).describe('Pixels in an inch.'),
  })
  .describe('The part of the page that is looked at.');

const lineRule = z.strictObject({
  start: pattern.describe('What stands before the lines.'),
  end: pattern.describe('What stands behind them.'),
  line: patterns.describe('A line; its named groups are the values.'),
  first_line: patterns.optional().describe('The line that begins an entry.'),
  last_line: patterns.optional().describe('The line that ends an entry.'),
  skip_line: patterns.optional().describe('Lines to leave out.'),
  types: types.default({}),
});

const lines = z.strictObject({
  ...lineRule.partial().shape,
  types: types.default({}),
  rules: z.array(lineRule).min(1).max(50).optional().describe('Several such blocks, each with its own patterns.'),
  area: area.optional(),
});

const table = z.strictObject({
  start: pattern.describe('What stands before the values.'),
  end: pattern.describe('What stands behind them.'),
  body: patterns.describe('A line between; its named groups are fields.'),
  types: types.default({}),
  fields: z
    .record(z.string(), z.strictObject({ type: type.optional(), group: group.optional() }))
    .default({})
    .describe('What is made of a group that matches several times.'),
  area: area.optional(),
});

const field = z.discriminatedUnion(
  'parser',
  [
    z.strictObject({
      parser: z.literal('regex').default('regex'),
      regex: patterns.describe('What is captured by the group, or the whole match if there is none.'),
      type: type.optional(),
      group: group.optional(),
      list: z.boolean().default(false).describe('Whether all different matches are values, each a field.'),
      replace: replacements.default([]),
      area: area.optional(),
    }),
    z.strictObject({
      parser: z.literal('static'),
      value: z.union([z.string(), z.number(), z.boolean()], { error: 'must be text, a number, or true or false' }),
    }),
    z.strictObject({ parser: z.literal('lines'), ...lines.shape }).superRefine(needsRules),
    z.strictObject({ parser: z.literal('tables'), ...table.shape }),
  ],
  { error: 'must be regex, static, lines or tables' },
);

const anyField = z.union([pattern, z.array(pattern).min(1).max(100), z.number(), z.boolean(), field], {
  error: 'must be a pattern, a list of patterns, or a mapping',
});

const dateFormat = z
  .string()
  .max(100)
  .superRefine((format, context) => {
    const mistake = dateFormatMistake(format);
    if (mistake !== undefined) context.addIssue({ code: 'custom', message: mistake });
  });

const options = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'must be a code of three capital letters, as in EUR' })
    .optional()
    .describe('The currency of all amounts.'),
  decimal_separator: z.enum(['.', ',']).optional().describe('What stands before cents; what the document shows if left out.'),
  date_formats: z
    .union([dateFormat, z.array(dateFormat).max(20)], { error: 'must be a notation of dates, or a list of them' })
    .transform((given) => (typeof given === 'string' ? [given] : given))
    .default([])
    .describe('Notations of dates by the codes of strftime, as in "%d.%m.%Y".'),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/, { error: 'must be the code of a language, as in en or de' }))
    .default([])
    .describe('Languages of the document.'),
  remove_whitespace: z.boolean().default(false).describe('Whether blanks are taken out before anything is matched.'),
  remove_accents: z.boolean().default(false).describe('Whether accents are taken off before anything is matched.'),
  lowercase: z.boolean().default(false).describe('Whether all is put in small letters before anything is matched.'),
  replace: replacements.default([]),
});

/** A template file: how the documents of one issuer are known, and where they say what. The useful part of invoice2data's format. */
export const templateOptions = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]{0,63}$/, { error: 'must be made of letters, digits, ".", "-" and "_", 64 at the most' })
    .describe('Its name in results; that of its file if left out.'),
  document_type: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, { error: 'must be the name of a document type, as in invoice' })
    .optional()
    .describe('What a document that it matches is.'),
  issuer: z.string().min(1).optional().describe('Who issues the documents.'),
  keywords: patterns.describe('All of these must match.'),
  exclude_keywords: patterns.optional().describe('None of these may match.'),
  priority: z.int().min(0).max(100).default(5).describe('Of several that match, the highest is taken.'),
  fields: z
    .record(z.string(), anyField)
    .transform(inFull)
    .default({})
    .describe('What the documents say, by name: a pattern, several, or a mapping that says more.'),
  lines: z
    .union([lines.superRefine(needsRules), z.array(lineRule).min(1).max(50)], { error: 'must be a mapping, or a list of them' })
    .transform((given): z.output<typeof lines> => (Array.isArray(given) ? { rules: given, types: {} } : given))
    .optional()
    .describe('The lines of an invoice.'),
  tables: z.array(table).max(50).default([]).describe('Values that stand below their headings.'),
  required_fields: z.array(z.string()).optional().describe('Fields without which something is wrong.'),
  options: options.prefault({}).describe('How texts and values are read.'),
});

export type Template = z.output<typeof templateOptions>;
export type TemplateField = z.output<typeof field>;
export type LineRule = z.output<typeof lineRule>;
export type LinesRule = z.output<typeof lines>;
export type TableRule = z.output<typeof table>;
export type TemplateArea = z.output<typeof area>;
export type TemplateGroup = z.output<typeof group>;

function needsRules({ rules, start, end, line }: Partial<z.output<typeof lines>>, context: z.RefinementCtx): void {
  if (rules === undefined && (start === undefined || end === undefined || line === undefined))
    context.addIssue({ code: 'custom', message: 'needs "start", "end" and "line", or "rules" that have them' });
}

/** The short forms: a pattern or several stand for the `regex` parser, and the beginning of a name says more of it. */
function inFull(fields: Readonly<Record<string, z.output<typeof anyField>>>): Record<string, z.output<typeof field>> {
  return Object.fromEntries(Object.entries(fields).map(([key, given]) => [key, fieldInFull(key, given)]));
}

function fieldInFull(key: string, given: z.output<typeof anyField>): z.output<typeof field> {
  if (typeof given === 'object' && !Array.isArray(given)) return given;
  if (key.startsWith('static_')) return { parser: 'static', value: Array.isArray(given) ? given.join(' ') : given };
  const regex = (Array.isArray(given) ? given : [given]).map(String);
  return { parser: 'regex', regex, list: false, replace: [], ...(key.startsWith('sum_') && { type: 'float', group: 'sum' }) };
}
