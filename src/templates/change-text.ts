import type { Match, Matching } from './matching.ts';
import type { Template } from './template-options.ts';
import type { TemplateText } from './template-text.ts';

/** Makes of a text what the options of a template ask for, before anything is matched; each character still knows where it comes from. */
export function changed(text: TemplateText, options: Template['options'], matching: Matching): TemplateText {
  const { remove_whitespace: unspaced, remove_accents: unaccented, lowercase, replace } = options;
  let now = text;
  if (unspaced || unaccented || lowercase) {
    now = rewritten(now, (add) => {
      let at = 0;
      for (const character of text.text) {
        const bare = unaccented ? character.normalize('NFKD').replace(/\p{M}/gu, '') : character;
        const small = lowercase ? bare.toLowerCase() : bare;
        if (!unspaced || character !== ' ') add(small, at, at + character.length);
        at += character.length;
      }
    });
  }
  for (const [pattern, by] of replace) now = replaced(now, pattern, by, matching);
  return now;
}

/** With `\1` or `\g<1>` for what the first group has captured, `\g<name>` for a group of that name, as Python's `re.sub` has it. */
export function expanded(by: string, { groups, named }: Match, text: string): string {
  return by.replace(/\\(?:([1-9])|g<(\w+)>|\\)/g, (whole, digit?: string, name?: string) => {
    const asked = digit ?? name;
    if (asked === undefined) return whole.slice(1);
    const span = named.get(asked) ?? groups[Number(asked) - 1];
    return span === undefined ? '' : text.slice(...span);
  });
}

type Add = (piece: string, from: number, to: number) => void;

function replaced(given: TemplateText, pattern: string, by: string, matching: Matching): TemplateText {
  const { text } = given;
  const matches = matching.all(pattern, text);
  if (matches.length === 0) return given;
  return rewritten(given, (add) => {
    let reached = 0;
    const keepUntil = (end: number): void => {
      for (; reached < end; reached++) add(text.charAt(reached), reached, reached + 1);
    };
    for (const match of matches) {
      const [from, to] = match.whole;
      keepUntil(from);
      add(expanded(by, match, text), from, to);
      reached = to;
    }
    keepUntil(text.length);
  });
}

/** A text made piece by piece of another one, and of what that one was made of. */
function rewritten(given: TemplateText, write: (add: Add) => void): TemplateText {
  const pieces: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const { origins } = given;
  write((piece, start, end) => {
    pieces.push(piece);
    for (let i = 0; i < piece.length; i++) {
      from.push(origins?.from[start] ?? start);
      to.push(end > start ? (origins?.to[end - 1] ?? end) : (origins?.from[start] ?? start));
    }
  });
  return { ...given, text: pieces.join(''), origins: { from: Uint32Array.from(from), to: Uint32Array.from(to) } };
}
