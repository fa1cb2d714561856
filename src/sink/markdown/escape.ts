/**
 * Text of a document as text of Markdown (CommonMark 0.31, GitHub's extensions): whatever it says, it is shown and not obeyed. No HTML, link or emphasis comes from it, and
 * addresses are not made links.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[<\\`*[\]~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|@(?=\w)/gu, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`))
    .replace(/\b(https?|ftp|mailto|xmpp):/gi, '$1\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`);
}

/** The same at the beginning of a line, where more signs have a meaning. */
export function escapeLine(text: string): string {
  return escapeInline(text.trim())
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|[-=|:](?=[-=|:\s]*$)|>)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** As a cell of a table with pipes. */
export function escapeCell(text: string): string {
  return escapeInline(text.trim()).replaceAll('|', '\\|');
}

/** As text between tags. */
export function escapeHtml(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[&<>]/g, (sign) => entities[sign] ?? '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
