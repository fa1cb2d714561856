/** Puts the bodies of objects, numbered from 1, together to the bytes of a PDF; the first one is its catalogue. */
export function assemblePdf(bodies: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: string | Buffer): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  add('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  bodies.forEach((body, at) => {
    offsets.push(length);
    add(`${at + 1} 0 obj\n`);
    add(body);
    add('\nendobj\n');
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** The body of a stream object. */
export function streamBody(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<<${dictionary}/Length ${content.length}>>stream\n`, 'latin1'), content, Buffer.from('\nendstream', 'latin1')]);
}
