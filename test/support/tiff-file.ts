/** Bytes of a value of each type of field (TIFF 6.0, section 2), by its number. */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/** Tags whose values are places in the file: of strips, of tiles. */
const places = new Set([273, 324]);

/** One file of all the pages of others, as a scanner writes it, each in its own compression. They must be little-endian, of one page each. */
export function joinTiffs(files: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  let link: { part: Buffer; at: number } | undefined;
  for (const file of files) {
    const part = Buffer.from(file);
    const padded = length % 2 === 0 ? part : Buffer.concat([part, Buffer.alloc(1)]);
    const directory = padded.readUInt32LE(4);
    const end = moveDirectory(padded, directory, length);
    link?.part.writeUInt32LE(length + directory, link.at);
    link = { part: padded, at: end };
    parts.push(padded, Buffer.alloc(padded.length % 2));
    length += padded.length + (padded.length % 2);
  }
  return Buffer.concat(parts);
}

/** Adds `by` to all that points elsewhere in the file, and says where the link to the next directory stands. */
function moveDirectory(file: Buffer, directory: number, by: number): number {
  const count = file.readUInt16LE(directory);
  for (let entry = directory + 2; entry < directory + 2 + 12 * count; entry += 12) {
    const type = file.readUInt16LE(entry + 2);
    const values = file.readUInt32LE(entry + 4);
    const outside = sizes[type]! * values > 4;
    const at = outside ? file.readUInt32LE(entry + 8) : entry + 8;
    if (places.has(file.readUInt16LE(entry))) {
      for (let value = 0; value < values; value++) {
        if (type === 4) file.writeUInt32LE(file.readUInt32LE(at + 4 * value) + by, at + 4 * value);
        else file.writeUInt16LE(file.readUInt16LE(at + 2 * value) + by, at + 2 * value);
      }
    }
    if (outside) file.writeUInt32LE(at + by, entry + 8);
  }
  return directory + 2 + 12 * count;
}

export type TiffField = readonly [tag: number, type: 3 | 4 | 5, value: number | readonly [number, number]];

/** A file of nothing but directories, each with the given fields; the last one leads to `next` (0: nowhere). */
export function tiffDirectories(directories: readonly (readonly TiffField[])[], next = 0, bigEndian = false): Buffer {
  const sized = directories.map((fields) => 2 + 12 * fields.length + 4 + 8 * fields.length);
  const file = Buffer.alloc(8 + sized.reduce((sum, size) => sum + size, 0));
  const short = (value: number, at: number): number => (bigEndian ? file.writeUInt16BE(value, at) : file.writeUInt16LE(value, at));
  const long = (value: number, at: number): number => (bigEndian ? file.writeUInt32BE(value, at) : file.writeUInt32LE(value, at));
  file.write(bigEndian ? 'MM' : 'II', 'latin1');
  short(42, 2);
  long(8, 4);
  let at = 8;
  directories.forEach((fields, index) => {
    short(fields.length, at);
    const rationals = at + 2 + 12 * fields.length + 4;
    fields.forEach(([tag, type, value], field) => {
      const entry = at + 2 + 12 * field;
      short(tag, entry);
      short(type, entry + 2);
      long(1, entry + 4);
      if (typeof value === 'number') (type === 3 ? short : long)(value, entry + 8);
      else {
        long(rationals + 8 * field, entry + 8);
        long(value[0], rationals + 8 * field);
        long(value[1], rationals + 8 * field + 4);
      }
    });
    long(index === directories.length - 1 ? next : at + sized[index]!, at + 2 + 12 * fields.length);
    at += sized[index]!;
  });
  return file;
}
