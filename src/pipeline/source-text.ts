import type { Problem, ProblemCode } from './problem.ts';

/** Offsets into the text, in UTF-16 units; the end is exclusive. */
export type Span = readonly [start: number, end: number];

/** The text of a pipeline file, which knows the line and column of each of its offsets. */
export interface SourceText {
  file: string;
  text: string;
  problem(code: ProblemCode, span: Span, message: string, suggestion?: string): Problem;
}

/** Lines end with LF or CRLF; columns count characters, so that an emoji before a mistake does not shift it. */
export function sourceText(file: string, text: string): SourceText {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return { file, text, problem };

  function problem(code: ProblemCode, [start, end]: Span, message: string, suggestion?: string): Problem {
    const at = Math.min(start, text.length);
    const line = starts.findLastIndex((lineStart) => lineStart <= at);
    const lineStart = starts[line] ?? 0;
    const source = (/^[^\r\n]*/.exec(text.slice(lineStart)) ?? [''])[0];
    const meant = text.slice(at, Math.min(end, lineStart + source.length));
    const column = [...text.slice(lineStart, at)].length + 1;
    return {
      file,
      line: line + 1,
      column,
      code,
      message,
      ...(suggestion !== undefined && { suggestion }),
      source,
      length: Math.max(1, [...meant].length),
    };
  }
}
