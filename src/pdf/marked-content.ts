import { stringBytes } from './string-bytes.ts';

/** A stretch of content that the file marks; they may lie within each other. */
export interface Mark {
  tag: string;
  /** The text that stands for what is drawn, if the file says so here. */
  actual?: string;
}

/** Marks of a content stream in the order in which they begin. */
export function readMarks(content: string): Mark[] {
  const marks: Mark[] = [];
  let operands: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(content); match !== null; match = token.exec(content)) {
    const [word] = match;
    if (word === '<<') operands.push(dictionaryFrom(content, match.index));
    else if (!/^[A-Za-z'"]/.test(word)) operands.push(word);
    else {
      if (word === 'BDC' || word === 'BMC') marks.push(markOf(operands));
      if (word === 'ID') skipImage(content);
      operands = [];
    }
  }
  return marks;
}

const string = String.raw`\((?:[^\\()]|\\[\s\S]|\((?:[^\\()]|\\[\s\S])*\))*\)`;
const token = new RegExp(String.raw`%[^\r\n]*|${string}|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]{}]|\/[^\s()<>[\]{}\/%]*|[^\s()<>[\]{}\/%]+`, 'g');

/** Reads on to the end of the dictionary that begins at `start`, and returns it. */
function dictionaryFrom(content: string, start: number): string {
  let depth = 1;
  for (let match = token.exec(content); match !== null; match = token.exec(content)) {
    if (match[0] === '<<') depth++;
    if (match[0] === '>>' && --depth === 0) return content.slice(start, token.lastIndex);
  }
  token.lastIndex = content.length;
  return content.slice(start);
}

function skipImage(content: string): void {
  const end = /\sEI(?=\s|$)/g;
  end.lastIndex = token.lastIndex;
  token.lastIndex = end.exec(content) === null ? content.length : end.lastIndex;
}

function markOf(operands: readonly string[]): Mark {
  const tag = operands.find((operand) => operand.startsWith('/'))?.slice(1) ?? '';
  const said = actualText.exec(operands.at(-1) ?? '')?.[1];
  return said === undefined ? { tag } : { tag, actual: decode(said) };
}

const actualText = new RegExp(String.raw`\/ActualText\s*(${string}|<[0-9A-Fa-f\s]*>)`);

/** A PDF text string: UTF-16 or UTF-8 by its first bytes, else Latin-1. */
function decode(said: string): string {
  const bytes = stringBytes(said);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes
      .subarray(2, 2 + 2 * ((bytes.length - 2) >> 1))
      .swap16()
      .toString('utf16le')
      .toWellFormed();
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8');
  return bytes.toString('latin1');
}
