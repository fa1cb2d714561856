import { closeSync, openSync, readSync } from 'node:fs';
import type { SourceFile } from '../model/document.ts';
import { MillraceError } from '../model/errors.ts';
import { readBmpHeader } from './bmp-header.ts';
import { resolutionOf } from './paper-size.ts';
import type { Resolution } from './paper-size.ts';
import { sharp } from './sharp.ts';
import { readTiffPages } from './tiff-directory.ts';

/** A page of an image document, before any pixel is decoded. */
export interface ImagePage {
  /** Pixels, as displayed. */
  width: number;
  height: number;
  resolution: Resolution;
  /** Among all pictures of the file, from 0. */
  place: number;
}

/**
 * The pages of an image document, `most` at the most, from its headers. A moving picture is one page, its first.
 * Throws `document.damaged`, `source.vanished` or `source.unreadable`.
 */
export async function readImagePages(file: SourceFile, mediaType: string, most: number): Promise<ImagePage[]> {
  try {
    const pages =
      mediaType === 'image/tiff' ? tiffPages(file.path, most) : [mediaType === 'image/bmp' ? bmpPage(file.path) : await plainPage(file.path)];
    if (pages.length > 0 && pages.every(({ width, height }) => width > 0 && height > 0)) return pages;
  } catch (error) {
    throw imageError(file, error);
  }
  throw new MillraceError('document.damaged', 'The image holds no picture with a size.');
}

/** What a failure to read an image file means; nothing of its path is told. */
export function imageError(file: SourceFile, error: unknown): MillraceError {
  if (error instanceof MillraceError) return error;
  const { code, message } = error as { code?: unknown; message: string };
  if (code === 'ENOENT' || message.startsWith('Input file is missing'))
    return new MillraceError('source.vanished', 'The file was gone before it could be read.', error);
  if (typeof code === 'string') return new MillraceError('source.unreadable', 'The file could not be read.', error);
  return new MillraceError('document.damaged', `The image cannot be read: ${message.replaceAll(file.path, file.filename)}`, error);
}

function tiffPages(path: string, most: number): ImagePage[] {
  return readTiffPages(path, most).map(({ width, height, orientation, stated, place }) => ({
    place,
    ...(orientation >= 5 ? turned({ width, height }, stated) : upright({ width, height }, stated)),
  }));
}

interface Size {
  width: number;
  height: number;
}

function upright({ width, height }: Size, stated: Resolution | undefined): Omit<ImagePage, 'place'> {
  return { width, height, resolution: resolutionOf(width, height, stated) };
}

function turned({ width, height }: Size, stated: Resolution | undefined): Omit<ImagePage, 'place'> {
  return upright({ width: height, height: width }, stated && { across: stated.down, down: stated.across });
}

function bmpPage(path: string): ImagePage {
  const header = readBmpHeader(readHead(path));
  if (header === undefined) throw new MillraceError('document.damaged', 'The image is no BMP file that can be read.');
  return { place: 0, ...upright(header, header.stated) };
}

function readHead(path: string): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(bmpHead);
    return head.subarray(0, readSync(handle, head, 0, bmpHead, 0));
  } finally {
    closeSync(handle);
  }
}

/** Bytes: more than the headers of a BMP file and its longest palette take. */
const bmpHead = 4096;

async function plainPage(path: string): Promise<ImagePage> {
  const { autoOrient, density } = await sharp(path, { limitInputPixels: false }).metadata();
  return { place: 0, ...upright(autoOrient, density === undefined ? undefined : { across: density, down: density }) };
}
