import { readFile } from 'node:fs/promises';
import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { PDFPage, PDFRef } from '@cantoo/pdf-lib';
import type { Document, SourceFile } from '../../model/document.ts';
import { openPdf } from '../../pdf/open.ts';
import type { OpenPdf } from '../../pdf/open.ts';
import { withPage } from '../../pdf/page.ts';
import { addGlyphlessFont, GlyphCodes } from './glyphless-font.ts';
import { loadPdf } from './load.ts';
import { fontKey, recognised, textLayer } from './text-layer.ts';
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
    layUnder(leaf, pdf.context.register(pdf.context.flateStream(content)), font);
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

/** Below what the page draws, where no state that it leaves behind can reach. Resources may belong to other pages too, so the page gets its own. */
function layUnder({ doc, node, ref }: PDFPage, layer: PDFRef, font: PDFRef): void {
  const { context } = doc;
  const resources = copyOf(node.Resources() ?? context.obj({}));
  const fonts = resources.lookupMaybe(PDFName.of('Font'), PDFDict);
  resources.set(PDFName.of('Font'), copyOf(fonts ?? context.obj({})));
  resources.lookup(PDFName.of('Font'), PDFDict).set(PDFName.of(fontKey), font);
  node.set(PDFName.of('Resources'), resources);
  const contents = node.get(PDFName.of('Contents'));
  const parts =
    context.lookup(contents) instanceof PDFArray ? context.lookup(contents, PDFArray).asArray() : contents === undefined ? [] : [contents];
  node.set(PDFName.of('Contents'), context.obj([layer, ...parts]));
  context.snapshot?.markRefForSave(ref);
}

function copyOf(dictionary: PDFDict): PDFDict {
  return PDFDict.fromMapWithContext(new Map(dictionary.entries()), dictionary.context);
}
