import type { Line } from '../model/page.ts';

/**
 * The text of lines in reading order, one line each, with the words that were broken at line ends put together again. A hyphen
 * stays when it belongs to the word: before a capital or a digit, or when the page writes the word with its hyphen elsewhere and never without.
 */
export function joinLines(lines: readonly Line[]): string {
  let known: Set<string> | undefined;
  let text = '';
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const broken = before === undefined ? undefined : brokenWord(before, line);
    if (broken === undefined) text += at === 0 ? line.text : `\n${line.text}`;
    else {
      known ??= knownWords(lines);
      const keeps = broken.keeps || (known.has(`${broken.head}-${broken.tail}`) && !known.has(broken.head + broken.tail));
      text = (keeps && !text.endsWith('\u00ad') ? text : text.slice(0, -1)) + line.text;
    }
  });
  return text;
}

const lineEnd = /(\p{L}+)[-\u2010\u00ad]$/u;
const lineStart = /^(\p{L}+|\p{N}+)/u;
/** "Vor- und Nachteile": the hyphen stands for a word left out. */
const conjunctions = new Set(['und', 'oder', 'bis', 'sowie', 'bzw', 'and', 'or', 'to', 'en', 'of', 'et', 'ou', 'e', 'o', 'y']);

function brokenWord(before: Line, line: Line): { head: string; tail: string; keeps: boolean } | undefined {
  const last = before.text.charCodeAt(before.text.length - 1);
  if (last !== 0x2d && last !== 0x2010 && last !== 0xad) return undefined;
  const head = lineEnd.exec(before.text)?.[1];
  const tail = lineStart.exec(line.text)?.[1];
  if (head === undefined || tail === undefined || conjunctions.has(tail)) return undefined;
  if (Math.abs(before.size - line.size) > 0.2 * line.size || (before.angle ?? 0) !== (line.angle ?? 0)) return undefined;
  return { head, tail, keeps: !/^\p{Ll}/u.test(tail) };
}

function knownWords(lines: readonly Line[]): Set<string> {
  return new Set(lines.flatMap((line) => line.words.map((word) => word.text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))));
}
