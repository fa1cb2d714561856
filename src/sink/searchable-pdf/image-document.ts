import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readImagePages } from '../../image/probe.ts';
import type { Document, SourceFile } from '../../model/document.ts';
import { pageRaster } from '../../raster/page-raster.ts';
import { addGlyphlessFont, GlyphCodes } from './glyphless-font.ts';
import { jpegPicture } from './jpeg-picture.ts';
import { addPicturePage } from './picture-page.ts';
import type { Picture } from './picture.ts';
import { pngPicture } from './png-picture.ts';
import { rasterPicture } from './raster-picture.ts';
import { recognised } from './recognised.ts';

/** A PDF of the pages of an image document. What a PDF can hold as it is, is not packed anew: JPEG files and most PNG files; the rest keeps its pixels. */
export async function pdfOfImages(file: SourceFile, { mediaType, pages }: Document): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = pdf.context.nextRef();
  const codes = new GlyphCodes();
  const found = await readImagePages(file, mediaType, pages.length);
  for (const page of pages) {
    const { across = 72, down = 72 } = found[page.page - 1]?.resolution ?? {};
    const stored = await storedPicture(file, mediaType);
    const picture = stored ?? (await rasterPicture(await pageRaster(file, mediaType, page.page, { dpi: Math.max(across, down) })));
    addPicturePage(pdf, page, picture, recognised(page), font, codes);
  }
  addGlyphlessFont(pdf.context, font, codes);
  return pdf.save({ addDefaultPage: false, objectsPerTick: Infinity });
}

async function storedPicture({ path }: SourceFile, mediaType: string): Promise<Picture | undefined> {
  if (mediaType === 'image/jpeg') return jpegPicture(await readFile(path));
  return mediaType === 'image/png' ? pngPicture(await readFile(path)) : undefined;
}
