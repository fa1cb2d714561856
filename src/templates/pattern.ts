import { RE2JS } from 're2js';
import { fromPython } from './python-dialect.ts';

/** Instructions of the program that a pattern becomes; each may have to be followed at every character of a text. */
const mostInstructions = 500;

/**
 * The program of a pattern that has passed its schema. Compiled once in a process: templates come with every document.
 * Matching is by RE2's automata (R. Cox, "Regular Expression Matching in the Wild", 2010): linear in the text, whatever the pattern.
 */
export function programOf(text: string): RE2JS {
  const known = programs.get(text);
  if (known !== undefined) return known;
  if (programs.size >= mostPrograms) programs.clear();
  const program = RE2JS.compile(fromPython(text));
  programs.set(text, program);
  return program;
}

const programs = new Map<string, RE2JS>();
/** Far more than the templates of a pipeline have; without an end a process would grow with every change of them. */
const mostPrograms = 20_000;

/** What is wrong with a pattern, as the end of a sentence. */
export function patternMistake(text: string): string | undefined {
  try {
    const size = RE2JS.compile(fromPython(text)).programSize();
    return size > mostInstructions
      ? `must be simpler: it becomes ${size} instructions, and ${mostInstructions} are allowed; use fewer repetitions`
      : undefined;
  } catch (error) {
    return explained(error instanceof Error ? error.message : String(error));
  }
}

/** What people bring along from engines that try again and again. */
const unsupported: readonly (readonly [begins: RegExp, what: string])[] = [
  [
    /^\(\?<?[=!]/,
    'look-ahead and look-behind are not supported, as patterns are matched in linear time; match what stands around, and put "( )" around what is wanted',
  ],
  [/^(?:\\[1-9]|\(\?P$|\(\?P=)/, 'back-references are not supported, as patterns are matched in linear time; write out what may come again'],
  [/^(?:[*+?}]\+|\(\?>)/, 'possessive repetitions and atomic groups are not supported, and not needed: nothing is tried again here'],
  [/^\(\?\(/, 'conditions are not supported; write the alternatives out, as in "a|b"'],
  [/^\(\?#/, 'comments in patterns are not supported; write them as YAML comments'],
  [/^\(\?/, 'of the flags of a pattern only "(?i)", "(?m)", "(?s)" and "(?U)" are supported'],
];

function explained(message: string): string {
  const token = /`([\s\S]*)`$/.exec(message)?.[1] ?? '';
  const reason = unsupported.find(([begins]) => begins.test(token))?.[1];
  const said = message.replace(/^error parsing regexp: /, '');
  return `is no pattern that can be matched: ${reason === undefined ? said : `${said.replace(/^[^`]*/, '')}: ${reason}`}`;
}
