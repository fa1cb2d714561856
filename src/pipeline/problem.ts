import { relative } from 'node:path';

/** What can be wrong with a pipeline file, and what to do about it, for the documentation. */
export const problemKinds = {
  unreadable: 'The file cannot be read, or is not UTF-8 text.',
  syntax: 'The file is not valid YAML.',
  'duplicate-key': 'A key stands twice in the same mapping. Remove one of them.',
  alias: 'An alias names no anchor before it, contains itself, or unfolds to too much.',
  'missing-variable': 'A `${NAME}` is not set in the environment and has no default; write `${NAME:-default}`, or set it.',
  'bad-variable': 'A `${` is not followed by a name and `}`. Text that must hold `${` can itself come from a variable.',
  'unknown-key': 'An option that does not exist, often a slip of the keyboard.',
  'missing-key': 'An option without a default is missing.',
  'wrong-type': 'A value is of the wrong type: text for a number, a list for a text.',
  'bad-value': 'A value is not one of those allowed.',
  'out-of-range': 'A number, a length of time or a list is too small or too large.',
  'unknown-stage': 'A stage that does not exist. See `millrace stages`.',
  'unknown-sink': 'A sink that does not exist. See `millrace stages`.',
  'duplicate-stage': 'A stage stands twice; checkpoints could not tell the two apart.',
  'stage-order': 'A stage stands before one whose output it reads.',
  'overlapping-folders': 'Folders lie inside one another or are shared where that would feed results back in or overwrite them.',
  'literal-secret': 'A secret stands in the file itself. Take it from the environment, as in `${NAME}`.',
  'not-installed': 'An option asks for a program or data that this machine does not have; the message says what to install.',
  'duplicate-name': 'Two pipelines have the same name; their jobs could not be told apart.',
} as const;

export type ProblemCode = keyof typeof problemKinds;

/** One mistake in a pipeline file, at the place where it was made. */
export interface Problem {
  /** Absolute path. */
  file: string;
  /** Counts from 1. */
  line: number;
  /** Counts characters from 1. */
  column: number;
  code: ProblemCode;
  /** A sentence without its full stop. */
  message: string;
  /** What was probably meant. */
  suggestion?: string;
  /** The line as it stands in the file; variables are not filled in. */
  source: string;
  /** How many characters of the line are meant. */
  length: number;
}

/** `pipelines/a.yaml:6:3: error[unknown-key] …`, then the line and a caret below the mistake. `cwd` shortens the path. */
export function formatProblem({ file, line, column, code, message, suggestion, source, length }: Problem, cwd: string): string {
  const shown = relative(cwd, file);
  const path = shown === '' || shown.startsWith('..') ? file : shown;
  const meant = suggestion === undefined ? '' : `; did you mean "${suggestion}"?`;
  const head = `${path}:${line}:${column}: error[${code}] ${message}${meant}`;
  if (source.trim() === '') return head;
  const number = String(line);
  const { text, at } = excerpt([...source], column - 1);
  const before = text.slice(0, at).map((character) => (character === '\t' ? '\t' : ' '));
  const carets = '^'.repeat(Math.max(1, Math.min(length, text.length - at)));
  return `${head}\n  ${number} | ${text.join('')}\n  ${' '.repeat(number.length)} | ${before.join('')}${carets}`;
}

/** Characters of a line that are shown: a model, or a file that a program has written, may be one line of a megabyte. */
const widest = 200;

/** What a line says around a mistake, and where the mistake is in that. */
function excerpt(source: readonly string[], at: number): { text: string[]; at: number } {
  if (source.length <= widest) return { text: [...source], at };
  const start = Math.max(0, at - widest / 2);
  const end = start + widest;
  const cut = { before: start > 0 ? ['…'] : [], behind: end < source.length ? ['…'] : [] };
  return { text: [...cut.before, ...source.slice(start, end), ...cut.behind], at: at - start + cut.before.length };
}

/** In the order of the file, and each place and code once. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [`${problem.file}:${problem.line}:${problem.column}:${problem.code}:${problem.message}`, problem]));
  return [...seen.values()].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.code.localeCompare(b.code));
}
