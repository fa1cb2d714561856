import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Resolution } from './paper-size.ts';

export interface TiffPage {
  /** Its place in the chain of directories, from 0; thumbnails and masks between the pages have places too. */
  place: number;
  /** Pixels as stored. */
  width: number;
  height: number;
  /** 1 to 8, as in EXIF. */
  orientation: number;
  stated?: Resolution;
}

/**
 * The pages of a TIFF file, `most` at the most, from its directories alone, so that a file of a million pages costs
 * nothing. Thumbnails and transparency masks are no pages. A chain that breaks off or bites its tail ends there.
 * The format is that of TIFF 6.0 (Adobe, 1992).
 */
export function readTiffPages(path: string, most: number): TiffPage[] {
  const file = new TiffFile(path);
  try {
    const pages: TiffPage[] = [];
    const seen = new Set<number>();
    let offset = file.firstDirectory();
    for (let place = 0; offset !== 0 && !seen.has(offset) && pages.length < most && place < mostDirectories; place++) {
      seen.add(offset);
      const directory = file.directory(offset);
      if (directory === undefined) break;
      if (!isPartOfPage(directory)) pages.push({ place, ...geometryOf(directory), ...statedResolution(directory, file) });
      offset = directory.next;
    }
    return pages;
  } finally {
    file.close();
  }
}

/** Directories that are walked in search of pages. */
const mostDirectories = 100_000;

/** Fields of a directory; real ones have twenty or so. */
const mostFields = 512;

interface Directory {
  /** Of the fields that are asked for: the value where it is a number, else where it stands. */
  fields: Map<number, number>;
  /** Where the next directory stands; 0 at the end. */
  next: number;
}

const tags = { kind: 254, width: 256, height: 257, orientation: 274, across: 282, down: 283, unit: 296 };
const asked = new Set(Object.values(tags));

class TiffFile {
  readonly #handle: number;
  readonly #size: number;
  readonly #littleEndian: boolean;

  constructor(path: string) {
    this.#handle = openSync(path, 'r');
    this.#size = fstatSync(this.#handle).size;
    this.#littleEndian = this.#read(0, 2)?.getUint8(0) === 0x49;
  }

  close(): void {
    closeSync(this.#handle);
  }

  firstDirectory(): number {
    return this.#read(4, 4)?.getUint32(0, this.#littleEndian) ?? 0;
  }

  directory(offset: number): Directory | undefined {
    const count = this.#read(offset, 2)?.getUint16(0, this.#littleEndian) ?? 0;
    if (count === 0 || count > mostFields) return undefined;
    const entries = this.#read(offset + 2, count * 12 + 4);
    if (entries === undefined) return undefined;
    const fields = new Map<number, number>();
    for (let at = 0; at < count * 12; at += 12) {
      const tag = entries.getUint16(at, this.#littleEndian);
      const isShort = entries.getUint16(at + 2, this.#littleEndian) === 3;
      if (asked.has(tag)) fields.set(tag, isShort ? entries.getUint16(at + 8, this.#littleEndian) : entries.getUint32(at + 8, this.#littleEndian));
    }
    return { fields, next: entries.getUint32(count * 12, this.#littleEndian) };
  }

  rational(offset: number | undefined): number | undefined {
    const parts = offset === undefined ? undefined : this.#read(offset, 8);
    return parts && parts.getUint32(0, this.#littleEndian) / parts.getUint32(4, this.#littleEndian);
  }

  #read(offset: number, length: number): DataView | undefined {
    if (offset + length > this.#size) return undefined;
    const bytes = Buffer.alloc(length);
    const read = readSync(this.#handle, bytes, 0, length, offset);
    return read === length ? new DataView(bytes.buffer, bytes.byteOffset, length) : undefined;
  }
}

/** A smaller copy of another page (bit 0) or a mask (bit 2). */
function isPartOfPage({ fields }: Directory): boolean {
  return ((fields.get(tags.kind) ?? 0) & 0b101) !== 0;
}

function geometryOf({ fields }: Directory): Pick<TiffPage, 'width' | 'height' | 'orientation'> {
  return { width: fields.get(tags.width) ?? 0, height: fields.get(tags.height) ?? 0, orientation: fields.get(tags.orientation) ?? 1 };
}

function statedResolution({ fields }: Directory, file: TiffFile): Pick<TiffPage, 'stated'> {
  const across = file.rational(fields.get(tags.across));
  const down = file.rational(fields.get(tags.down));
  const unit = fields.get(tags.unit) ?? inch;
  if (across === undefined || down === undefined || unit === unknownUnit) return {};
  const inches = unit === centimetre ? 2.54 : 1;
  return { stated: { across: across * inches, down: down * inches } };
}

const unknownUnit = 1;
const inch = 2;
const centimetre = 3;
