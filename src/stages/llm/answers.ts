/** What a model says of one field, which need not be true. */
export interface Answer {
  name: string;
  value: string;
  /** Numbers of the lines that it cites. */
  lines: readonly string[];
}

/** No document has more fields, no field a longer value on more lines. */
const mostAnswers = 500;
const longestValue = 1_000;
const mostLines = 10;

/** The answers in what a model has said, or, as the end of a sentence, what is wrong with it. Services do not always keep the form that was asked for. */
export function readAnswers(said: unknown): Answer[] | string {
  if (said === undefined) return 'it is not JSON';
  const { fields } = Object(said) as { fields?: unknown };
  if (!Array.isArray(fields)) return 'it has no list of fields';
  if (fields.length > mostAnswers) return `it has ${fields.length} fields`;
  const answers: Answer[] = [];
  for (const [at, field] of fields.entries()) {
    const answer = readAnswer(field);
    if (answer === undefined) return `field ${at + 1} is not in the form that was asked for`;
    if (answer.value !== '') answers.push(answer);
  }
  return answers;
}

/** Models give numbers for numbers, null for nothing, and one line without a list. */
function readAnswer(field: unknown): Answer | undefined {
  const { name, value, lines } = Object(field) as { name?: unknown; value?: unknown; lines?: unknown };
  const cited: unknown[] = Array.isArray(lines) ? lines : [lines];
  if (typeof name !== 'string' || name.length > longestValue || cited.length > mostLines) return undefined;
  if (value === null) return { name, value: '', lines: [] };
  if ((typeof value !== 'string' && typeof value !== 'number') || String(value).length > longestValue) return undefined;
  return {
    name,
    value: String(value).trim(),
    lines: cited.filter((line) => typeof line === 'string').map((line) => line.replaceAll(/[[\]\s]/g, '')),
  };
}
