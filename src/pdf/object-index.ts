import { streamsOf, unpack } from './content-scan.ts';

/** The objects of a file by their numbers, as text and not by their meaning. */
export interface ObjectIndex {
  /** What stands between `obj` and `endobj`, in Latin-1; empty when there is no such object. */
  read: (number: number) => string;
  /** A stream as it is packed, with its dictionary. */
  readPacked: (number: number) => { dictionary: string; data: Buffer } | undefined;
  /** The content of a stream, as far as it can be unpacked. */
  readStream: (number: number) => Buffer | undefined;
}

/** Finds the objects of a file. Newer versions of an object stand further back in it, so the last one counts. Those of encrypted files cannot be read. */
export function indexObjects(bytes: Buffer): ObjectIndex {
  const text = bytes.toString('latin1');
  const objects = new Map<number, { at: number } | { body: string }>();
  for (const match of text.matchAll(/(?<!\d)(\d{1,9}) \d{1,5} obj\b/g)) objects.set(Number(match[1]), { at: match.index + match[0].length });
  for (const { dictionary, data } of streamsOf(bytes)) {
    if (/\/Type\s*\/ObjStm/.test(dictionary))
      for (const [number, body] of packedObjects(dictionary, data)) if (!objects.has(number)) objects.set(number, { body });
  }
  const readPacked: ObjectIndex['readPacked'] = (number) => {
    const found = objects.get(number);
    if (found === undefined || 'body' in found) return undefined;
    const [stream] = streamsOf(bytes.subarray(found.at - 4));
    return stream;
  };
  return {
    readPacked,
    read: (number) => {
      const found = objects.get(number);
      if (found === undefined) return '';
      return 'body' in found ? found.body : text.slice(found.at, text.indexOf('endobj', found.at));
    },
    readStream: (number) => {
      const stream = readPacked(number);
      return stream === undefined ? undefined : unpack(stream.dictionary, stream.data);
    },
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

/** The numbers of the objects that a text refers to, in their order. */
export function references(text: string): number[] {
  return [...text.matchAll(/(\d+)\s+\d+\s+R\b/g)].map((match) => Number(match[1]));
}
