import { streamsOf, unpack } from './content-scan.ts';
import { readMarks } from './marked-content.ts';
import type { Mark } from './marked-content.ts';

/** Finds the marked content of a page by the number of its object. */
export type PageMarks = (pageObject: number) => readonly Mark[] | undefined;

/**
 * Makes an index of the file's objects, to read from the pages' own content what pdf.js passes over: /ActualText, by which a file
 * says what its glyphs mean. Newer versions of an object stand further back in a file, so the last one counts.
 */
export function indexMarks(bytes: Buffer): PageMarks {
  const text = bytes.toString('latin1');
  const objects = new Map<number, { at: number } | { body: string }>();
  for (const match of text.matchAll(/(?<!\d)(\d{1,9}) \d{1,5} obj\b/g)) objects.set(Number(match[1]), { at: match.index + match[0].length });
  for (const { dictionary, data } of streamsOf(bytes)) {
    if (/\/Type\s*\/ObjStm/.test(dictionary))
      for (const [number, body] of packedObjects(dictionary, data)) if (!objects.has(number)) objects.set(number, { body });
  }
  const read = (number: number): string => {
    const found = objects.get(number);
    if (found === undefined) return '';
    return 'body' in found ? found.body : text.slice(found.at, text.indexOf('endobj', found.at));
  };
  return (pageObject) => {
    const contents = contentsOf(read(pageObject), read).map((number) => streamAt(bytes, objects.get(number)));
    if (contents.length === 0 || contents.includes(undefined)) return undefined;
    const marks = readMarks(contents.map((content) => content?.toString('latin1') ?? '').join('\n'));
    return marks.some((mark) => mark.actual !== undefined) ? marks : undefined;
  };
}

function* packedObjects(dictionary: string, data: Buffer): Generator<[number: number, body: string]> {
  const content = unpack(dictionary, data)?.toString('latin1') ?? '';
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const header = content.slice(0, first).trim().split(/\s+/).map(Number);
  for (let at = 0; at + 1 < header.length; at += 2) {
    const [number = 0, offset = 0, , next] = header.slice(at, at + 4);
    yield [number, content.slice(first + offset, next === undefined ? undefined : first + next)];
  }
}

function contentsOf(page: string, read: (number: number) => string): number[] {
  const stated = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(page)?.[1] ?? '';
  const [single] = references(stated);
  if (stated.startsWith('[') || single === undefined) return references(stated);
  const target = read(single).trimStart();
  return target.startsWith('[') ? references(target) : [single];
}

function references(text: string): number[] {
  return [...text.matchAll(/(\d+)\s+\d+\s+R\b/g)].map((match) => Number(match[1]));
}

function streamAt(bytes: Buffer, object: { at: number } | { body: string } | undefined): Buffer | undefined {
  if (object === undefined || 'body' in object) return undefined;
  const [stream] = streamsOf(bytes.subarray(object.at - 4));
  return stream === undefined ? undefined : unpack(stream.dictionary, stream.data);
}
