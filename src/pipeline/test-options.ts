import { z } from 'zod';
import { faultErrors } from '../model/fault.ts';
import type { FaultKind } from '../model/fault.ts';

/** What a test file is checked against beside its form. */
export interface TestSurroundings {
  /** Whether a document is there, by its path relative to the test file. */
  hasDocument: (path: string) => boolean;
  /** Stages of the pipeline, and its sink as faults call it. */
  stages: readonly string[];
}

const scalar = z.union([z.string(), z.number(), z.boolean()], { error: 'must be text, a number, or true or false' });

const expression = z
  .string()
  .max(1_000)
  .superRefine((text, context) => {
    const mistake = mistakeIn(text);
    if (mistake !== undefined) context.addIssue({ code: 'custom', message: `is no regular expression: ${mistake}` });
  })
  .describe('A regular expression, as JavaScript has them.');

const row = z.record(z.string(), scalar);

const finding = z.strictObject({
  value: z
    .union([scalar, z.array(z.union([scalar, row]))], { error: 'must be a value or a list' })
    .optional()
    .describe('Exactly this.'),
  matches: expression.optional(),
  absent: z.literal(true, { error: 'must be true, or left out' }).optional().describe('There is no such field.'),
  page: z.int().min(1).optional().describe('Where it stands.'),
  by: z.string().optional().describe('The rule that found it.'),
  min_confidence: z.number().min(0).max(1).optional(),
});

const field = z.union([scalar, z.array(z.union([scalar, row])), finding], {
  error: 'must be a value, a list, or a mapping with "value", "matches" or "absent"',
});

const table = z.strictObject({
  page: z.int().min(1).optional(),
  headers: z.array(z.string()).optional(),
  rows: z.int().min(0).optional().describe('How many there are below the headers.'),
});

const expectation = z.strictObject({
  status: z.enum(['success', 'partial', 'failed']).optional().describe('How the document ends; "success" if left out, "failed" with an `error`.'),
  error: z.string().optional().describe('The code of the error that it fails with.'),
  document_type: z.string().optional(),
  fields: z.record(z.string(), field).default({}).describe('By name: a value, a list of them, or what is asked of the field.'),
  pages: z.int().min(0).optional().describe('How many it has.'),
  tables: z.union([z.int().min(0), z.array(table)], { error: 'must be a number, or a list of tables' }).optional(),
  findings: z.array(z.string()).optional().describe('The codes of all findings, each once.'),
  text: z.array(expression).default([]).describe('What stands in its text.'),
});

const times = z.union([z.int().min(1).max(100), z.literal('always')], { error: 'must be how many times, or "always"' }).optional();

/** The form of a test file. Checked against nothing else, for editors. */
export function testOptions({ hasDocument, stages }: TestSurroundings = { hasDocument: () => true, stages: [] }) {
  const document = z.string().refine(hasDocument, { error: 'must name a file, relative to the test file; there is none' });
  const stage = z.string().refine((name) => stages.length === 0 || stages.includes(name), {
    error: `must be a stage of the pipeline: ${stages.join(', ')}`,
  });
  const fault = z
    .strictObject({
      stage: stage.describe('The stage whose first tasks are struck, or "sink:json".'),
      kill: times.describe('The worker is killed.'),
      hang: times.describe('The worker does not answer until its limit of time.'),
      out_of_memory: times.describe('The worker is killed for the memory that it holds.'),
    })
    .refine((given) => kinds.filter((kind) => given[kind] !== undefined).length === 1, { error: `must have one of ${kinds.join(', ')}` });
  const test = z.strictObject({
    name: z.string().min(1).optional().describe('The document if left out.'),
    document: document.describe('Relative to the test file.'),
    env: z.record(z.string(), z.string()).default({}).describe('Variables of the pipeline, for this case.'),
    faults: z.array(fault).default([]).describe('What is done to the workers meanwhile; the result must be the same.'),
    expect: expectation.default({ fields: {}, text: [] }),
  });
  return z.strictObject({
    cases: z.array(test).min(1, { error: 'must have at least one case' }).describe('Documents and what is expected of them.'),
  });
}

const kinds = Object.keys(faultErrors) as FaultKind[];

type TestFile = z.output<ReturnType<typeof testOptions>>;
export type TestCase = TestFile['cases'][number];
export type Expectation = TestCase['expect'];
export type ExpectedField = Expectation['fields'][string];

function mistakeIn(text: string): string | undefined {
  try {
    new RegExp(text, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
