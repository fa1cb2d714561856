/** The bytes of a string of a PDF, written in parentheses or as hexadecimal digits (ISO 32000-1, 7.3.4). */
export function stringBytes(written: string): Buffer {
  const content = written.slice(1, -1);
  return written.startsWith('<') ? Buffer.from(evenHex(content), 'hex') : Buffer.from(unescape(content), 'latin1');
}

function evenHex(hex: string): string {
  const digits = hex.replace(/\s+/g, '');
  return digits.length % 2 === 0 ? digits : `${digits}0`;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescape(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal: string | undefined, character: string | undefined) => {
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
    if (character === '\n' || character === '\r' || character === '\r\n') return '';
    return escapes[character ?? ''] ?? character ?? '';
  });
}
