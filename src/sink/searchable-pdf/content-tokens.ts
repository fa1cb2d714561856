/** An operator of a content stream with its operands, by where they stand in it. */
export interface Operation {
  operator: string;
  operands: readonly string[];
  /** Offsets of the first operand and behind the operator. */
  start: number;
  end: number;
}

/**
 * Cuts a content stream (its bytes as Latin-1) into operations (ISO 32000-1, 7.8.2). What an inline image holds is jumped over. Undefined when it ends within a string, a dictionary or
 * an image: nothing is sure of such a stream.
 */
export function operationsOf(content: string): Operation[] | undefined {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let start = -1;
  for (let at = 0; at < content.length;) {
    token.lastIndex = at;
    const match = token.exec(content);
    if (match === null) break;
    const end = tokenEnd(content, match);
    if (end === undefined) return undefined;
    at = end;
    const text = content.slice(match.index, end);
    if (text.startsWith('%')) continue;
    if (start < 0) start = match.index;
    if (!isOperator(text)) operands.push(text);
    else {
      if (text === 'ID') {
        const after = imageEnd(content, at);
        if (after === undefined) return undefined;
        at = after;
      }
      operations.push({ operator: text, operands, start, end: at });
      operands = [];
      start = -1;
    }
  }
  return operations;
}

/** The beginning of the next token; strings and dictionaries are followed to their ends apart. */
const token = /%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|[([\]{}<>)]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;

function isOperator(text: string): boolean {
  return /^[A-Za-z'"]/.test(text) && !/^(?:true|false|null)$/.test(text);
}

function tokenEnd(content: string, match: RegExpExecArray): number | undefined {
  const [text] = match;
  const end = match.index + text.length;
  if (text === '(') return stringEnd(content, end);
  return text === '<<' || text === '[' ? groupEnd(content, end, text === '[' ? ']' : '>>') : end;
}

function stringEnd(content: string, from: number): number | undefined {
  for (let at = from, depth = 1; at < content.length; at++) {
    const sign = content[at];
    if (sign === '\\') at++;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** The end of an array or a dictionary, with all that is within it. */
function groupEnd(content: string, from: number, close: string): number | undefined {
  for (let at = from; ;) {
    token.lastIndex = at;
    const match = token.exec(content);
    if (match === null) return undefined;
    const end = tokenEnd(content, match);
    if (end === undefined || match[0] === close) return end;
    at = end;
  }
}

function imageEnd(content: string, from: number): number | undefined {
  const end = /\sEI(?=\s|$)/g;
  end.lastIndex = from;
  return end.exec(content) === null ? undefined : end.lastIndex;
}
