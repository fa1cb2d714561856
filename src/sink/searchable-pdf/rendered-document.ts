import { PDFDocument } from '@cantoo/pdf-lib';
import { encodeJpeg } from '../../image/encode-jpeg.ts';
import type { Document, SourceFile } from '../../model/document.ts';
import type { Page } from '../../model/page.ts';
import { pageRaster } from '../../raster/page-raster.ts';
import { addGlyphlessFont, GlyphCodes } from './glyphless-font.ts';
import { addPicturePage } from './picture-page.ts';
import type { LayerLine } from './recognised.ts';

/** Pixels for 72 points: small print stays readable. */
const resolution = 200;

/** A PDF of pictures of the pages, with all of their words: for an original that cannot be written again, though its pages can be drawn. */
export async function pdfOfRenderings(file: SourceFile, { mediaType, pages }: Document): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = pdf.context.nextRef();
  const codes = new GlyphCodes();
  for (const page of pages) {
    const raster = await pageRaster(file, mediaType, page.page, { dpi: resolution });
    const colours = raster.channels === 1 ? 'DeviceGray' : 'DeviceRGB';
    const data = await encodeJpeg(raster);
    const picture = { data, width: raster.width, height: raster.height, bits: 8, colours, packing: 'DCTDecode', orientation: 1 } as const;
    addPicturePage(pdf, page, picture, allWords(page), font, codes);
  }
  addGlyphlessFont(pdf.context, font, codes);
  return pdf.save({ addDefaultPage: false, objectsPerTick: Infinity });
}

function allWords({ lines }: Page): LayerLine[] {
  return lines.filter(({ words }) => words.length > 0).map((line) => ({ line, words: line.words }));
}
