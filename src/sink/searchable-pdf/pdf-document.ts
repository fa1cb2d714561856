import { readFile } from 'node:fs/promises';
import type { Document, SourceFile } from '../../model/document.ts';
import { openPdf } from '../../pdf/open.ts';
import type { OpenPdf } from '../../pdf/open.ts';
import { withPage } from '../../pdf/page.ts';
import { addGlyphlessFont, GlyphCodes } from './glyphless-font.ts';
import { loadPdf } from './load.ts';
import { layUnder } from './page-layer.ts';
import { recognised } from './recognised.ts';
import { textLayer } from './text-layer.ts';
import type { Matrix } from './text-layer.ts';

/**
 * The original with invisible text on those pages that were recognised. It is appended to the file as an update, so that nothing that was there changes;
 * a file that is encrypted, or whose index is broken, is written anew, without its password. Undefined when the file cannot be written again.
 */
export async function withTextLayers(file: SourceFile, { pages }: Document): Promise<Uint8Array | undefined> {
  const opened = await openPdf(file);
  const loaded = await loadPdf(await readFile(file.path), file.passwords, pages.length);
  if (loaded === undefined) return undefined;
  const { pdf, encrypted } = loaded;
  const leaves = pdf.getPages();
  const codes = new GlyphCodes();
  const font = pdf.context.nextRef();
  for (const page of pages) {
    const lines = recognised(page);
    const leaf = leaves[page.page - 1];
    if (lines.length === 0 || leaf === undefined) continue;
    const content = textLayer(lines, codes, await matrixOf(opened, page.page));
    layUnder(leaf, pdf.context.register(pdf.context.flateStream(content)), font, page.method === 'ocr');
  }
  addGlyphlessFont(pdf.context, font, codes);
  return pdf.save({ updateFieldAppearances: false, addDefaultPage: false, rewrite: encrypted || opened.repaired, objectsPerTick: Infinity });
}

/** The way from the displayed page back to the units of the file, through rotation, crop and user unit. */
async function matrixOf(opened: OpenPdf, number: number): Promise<Matrix> {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = await withPage(opened, number, async (page) => page.getViewport({ scale: 1 }).transform);
  const determinant = a * d - b * c;
  return [d / determinant, -b / determinant, -c / determinant, a / determinant, (c * f - d * e) / determinant, (b * e - a * f) / determinant];
}
