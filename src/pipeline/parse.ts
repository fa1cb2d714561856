import { parseDocument } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { Problem } from './problem.ts';
import type { SourceText } from './source-text.ts';

export interface Parsed {
  /** Absent when the text is too broken to say what its author meant. */
  document?: Document;
  problems: Problem[];
}

/** YAML 1.2 to nodes, which know where they stand. A duplicate key leaves the rest readable, so that the other mistakes are found as well. */
export function parse(source: SourceText): Parsed {
  const document = parseDocument(source.text, { prettyErrors: false, logLevel: 'error' });
  const faults = [...document.errors, ...document.warnings];
  const problems = faults.map((fault) => toProblem(fault, source));
  const readable = faults.every((fault) => fault.code === 'DUPLICATE_KEY');
  // After the first fault of syntax a parser guesses; what it says of the rest is noise.
  return readable ? { document, problems } : { problems: problems.slice(0, 1) };
}

/** Sentences for the faults that people make most; the parser's own for the others. */
const sentences: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'This key stands twice in the same mapping',
  TAB_AS_INDENT: 'Indent with spaces; YAML refuses tabs',
  MULTIPLE_DOCS: 'A pipeline file holds one document, and here a second one begins',
  BAD_SCALAR_START: 'A text that begins with this character needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'A second ": " on the line; put the text in quotes',
};

function toProblem({ code, pos, message }: YAMLError, source: SourceText): Problem {
  const [start, end] = pos;
  if (code !== 'DUPLICATE_KEY') return source.problem('syntax', [start, end], sentences[code] ?? message);
  const key = /^[^:\s]+/.exec(source.text.slice(start)) ?? [''];
  return source.problem('duplicate-key', [start, start + key[0].length], sentences[code] ?? message);
}
