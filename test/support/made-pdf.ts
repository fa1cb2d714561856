import { deflateSync } from 'node:zlib';

/** A PDF of lines of text in Helvetica, the same bytes for the same text; written by hand because some tests need a hundred thousand of them. */
export function madePdf(pages: readonly (readonly string[])[]): Buffer {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const objects = [
    object('<< /Type /Catalog /Pages 2 0 R >>'),
    object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> >>`),
    object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
    ...pages.flatMap((lines, i) => [object(`<< /Type /Page /Parent 2 0 R /Contents ${5 + 2 * i} 0 R >>`), content(lines)]),
  ];
  return assemble(objects);
}

const object = (body: string): Buffer => Buffer.from(body, 'latin1');

function content(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replaceAll(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
  const stream = deflateSync(Buffer.from(`BT /F 10 Tf 14 TL 56 780 Td\n${shown}\nET`, 'latin1'));
  return Buffer.concat([object(`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`), stream, object('\nendstream')]);
}

function assemble(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [object('%PDF-1.4\n')];
  const places: number[] = [];
  let length = 9;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((body, i) => {
    places.push(length);
    add(object(`${i + 1} 0 obj\n`));
    add(body);
    add(object('\nendobj\n'));
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  add(object(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}
