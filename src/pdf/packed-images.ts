import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { greyWithin } from '../image/grey-within.ts';
import type { Picture } from '../image/raster.ts';
import type { SourceFile } from '../model/document.ts';
import { unpack } from './content-scan.ts';
import { imageColours } from './image-colours.ts';
import { namedImages } from './image-index.ts';
import { indexObjects, references } from './object-index.ts';
import type { ObjectIndex } from './object-index.ts';
import type { OpenPdf } from './open.ts';
import type { PdfPage } from './page.ts';

/** An image as the file holds it, wherever and however often pages show it. */
export interface PackedImage {
  /** The number of its object in the file. */
  object: number;
  /** Its pixels in grey, the longer side `longest` at the most; undefined when it is packed in a way that takes a whole reader to unpack, or is larger than `mostPixels`. */
  read: (longest: number, mostPixels: number) => Promise<Picture | undefined>;
}

/** The images that a page may show, and their masks, each once, without reading or drawing the page; undefined when they cannot be told. */
export function packedImages(file: SourceFile, pdf: OpenPdf, page: PdfPage): PackedImage[] | undefined {
  if (!pdf.namesImages || page.ref === null) return undefined;
  const { objects, named } = indexOf(file);
  const images = named(page.ref.num);
  const masks = images?.flatMap((object) => references(/\/S?Mask\s+\d+\s+\d+\s+R/.exec(dictionaryOf(objects, object))?.[0] ?? ''));
  return (
    images && [...new Set([...images, ...(masks ?? [])])].map((object) => ({ object, read: (...terms) => readImage(objects, object, ...terms) }))
  );
}

interface FileIndex {
  key: string;
  objects: ObjectIndex;
  named: ReturnType<typeof namedImages>;
}

/** Of the file that was asked for last. */
let last: FileIndex | undefined;

function indexOf({ sha256, path }: SourceFile): FileIndex {
  const key = `${sha256} ${path}`;
  if (last?.key === key) return last;
  const objects = indexObjects(readFileSync(path));
  return (last = { key, objects, named: namedImages(objects) });
}

function dictionaryOf(objects: ObjectIndex, object: number): string {
  return objects.readPacked(object)?.dictionary ?? '';
}

async function readImage(objects: ObjectIndex, object: number, longest: number, mostPixels: number): Promise<Picture | undefined> {
  const stream = objects.readPacked(object);
  if (stream === undefined) return undefined;
  const { dictionary, data } = stream;
  const [width, height] = [numberOf(dictionary, 'Width'), numberOf(dictionary, 'Height')];
  if (width === undefined || height === undefined || width * height > mostPixels || width * height === 0) return undefined;
  const source = sourceOf({ dictionary, data, width, height }, objects);
  // A broken picture is one that cannot be unpacked here: the reader of the page decides what it shows of it.
  return source && greyWithin(source, longest).catch(() => undefined);
}

interface Packed {
  dictionary: string;
  data: Buffer;
  width: number;
  height: number;
}

/** The image as a picture that can be decoded: a JPEG as it is, and what PNG packs in the same way as one. Two colours are as good as black and white. */
function sourceOf({ dictionary, data, width, height }: Packed, objects: ObjectIndex): Uint8Array | Picture | undefined {
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.match(/\w+/g) ?? [];
  if (filters.at(-1) === 'DCTDecode')
    return unpack(
      `/Filter[${filters
        .slice(0, -1)
        .map((filter) => `/${filter}`)
        .join('')}]`,
      data,
    );
  const bits = numberOf(dictionary, 'BitsPerComponent') ?? 1;
  const { channels, palette } = bits === 1 ? { channels: 1 as const } : { ...imageColours(dictionary, objects) };
  if (channels === undefined || (bits !== 1 && bits !== 8)) return undefined;
  if (dictionary.includes('/Predictor'))
    return filters.join() === 'FlateDecode' ? pngOf(data, { width, height, bits, channels, palette }) : undefined;
  const pixels = unpack(dictionary, data);
  if (pixels === undefined) return undefined;
  const bytes = bits === 1 ? spread(pixels, width, height) : pixels;
  if (bytes.length < width * height * channels) return undefined;
  const stated = bytes.subarray(0, width * height * channels);
  return { width, height, channels, data: palette === undefined ? stated : stated.map((place) => palette[place] ?? 0) };
}

function numberOf(dictionary: string, key: string): number | undefined {
  const found = new RegExp(String.raw`/${key}\s+(\d{1,6})(?!\d|\s+\d+\s+R)`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** A byte for each bit; rows are of whole bytes. */
function spread(bits: Buffer, width: number, height: number): Buffer {
  const row = Math.ceil(width / 8);
  const grey = Buffer.alloc(bits.length < row * height ? 0 : width * height);
  for (let y = 0, at = 0; at < grey.length; y++) {
    for (let x = 0; x < width; x++, at++) grey[at] = (bits[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0;
  }
  return grey;
}

interface PngTerms {
  width: number;
  height: number;
  bits: number;
  channels: 1 | 3;
  /** Greys. */
  palette: Uint8Array | undefined;
}

/** The predictors of PDF are the filters of PNG, so that packed rows go into a file as they are (PNG, W3C, 5 and 9). */
function pngOf(data: Buffer, { width, height, bits, channels, palette }: PngTerms): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, palette !== undefined ? 3 : channels === 1 ? 0 : 2], 8);
  const colours = palette === undefined ? [] : [chunk('PLTE', Buffer.from([...palette.subarray(0, 256)].flatMap((grey) => [grey, grey, grey])))];
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...colours,
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
