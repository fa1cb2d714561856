/**
 * Adds what a file that was cut off has lost: a trailer, and when the catalogue is gone as well, a new one over the pages that are
 * there. pdf.js finds the objects of a broken file by itself, but gives up without these two. Undefined when there is nothing to add to.
 */
export function salvage(bytes: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const catalog = lastObject(text, /\/Type\s*\/Catalog\b/);
  if (catalog !== undefined) return append(bytes, `\ntrailer\n<</Root ${catalog} 0 R>>\nstartxref\n0\n%%EOF\n`);
  const pages = [...objectsWith(text, /\/Type\s*\/Page\b/)];
  if (pages.length === 0) return undefined;
  const free = Math.max(...[...text.matchAll(objectStart)].map((match) => Number(match[1]))) + 1;
  const kids = pages.map((page) => `${page} 0 R`).join(' ');
  const tree = `${free} 0 obj\n<</Type/Catalog/Pages ${free + 1} 0 R>>\nendobj\n${free + 1} 0 obj\n<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>\nendobj\n`;
  return append(bytes, `\nendstream\nendobj\n${tree}trailer\n<</Root ${free} 0 R>>\nstartxref\n0\n%%EOF\n`);
}

const objectStart = /(?<!\d)(\d{1,8}) 0 obj\b/g;
/** Dictionaries of catalogues and pages are short; what follows them is another object. */
const mostDictionary = 4096;

/** Numbers of the objects whose dictionary says so, each once, in the order of the file. */
function* objectsWith(text: string, type: RegExp): Generator<number> {
  const found = new Set<number>();
  for (const match of text.matchAll(objectStart)) {
    const number = Number(match[1]);
    const body = text.slice(match.index + match[0].length, match.index + mostDictionary);
    const [dictionary = ''] = body.split(/\bendobj\b|\bstream\b|\d \d+ obj\b/, 1);
    if (!type.test(dictionary) || found.has(number)) continue;
    found.add(number);
    yield number;
  }
}

function lastObject(text: string, type: RegExp): number | undefined {
  return [...objectsWith(text, type)].at(-1);
}

function append(bytes: Uint8Array, end: string): Uint8Array {
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(end, 'latin1')]));
}
