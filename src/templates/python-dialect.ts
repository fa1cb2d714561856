/**
 * Writes a pattern of Python's `re`, in which templates are written, as RE2 understands it: `\Z` is the end of the text, `\w` means the letters and
 * digits of all scripts, `\u00e9` and `\é` are characters. What RE2 cannot do at all stays as it is, and is refused by it.
 */
export function fromPython(pattern: string): string {
  return pattern.replace(token, (text) => (text.startsWith('[') ? text.replace(escape, inClass) : (outside[text] ?? character(text))));
}

/** A class (a `]` that comes first stands for itself), an escape, or the beginning of a repetition from nothing on. */
const token = /\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\\u[0-9A-Fa-f]{4}|\\[\s\S]|\{,(?=\d+\})/gu;
const escape = /\\u[0-9A-Fa-f]{4}|\\[\s\S]/gu;

const outside: Record<string, string> = { '\\Z': '\\z', '\\w': '[\\p{L}\\p{N}_]', '\\W': '[^\\p{L}\\p{N}_]', '{,': '{0,' };

/** A class cannot hold the complement of another, so `\W` keeps to ASCII there. */
function inClass(text: string): string {
  return text === '\\w' ? '\\p{L}\\p{N}_' : character(text);
}

function character(text: string): string {
  if (text.startsWith('\\u')) return `\\x{${text.slice(2)}}`;
  return text.charCodeAt(1) > 127 ? text.slice(1) : text;
}
