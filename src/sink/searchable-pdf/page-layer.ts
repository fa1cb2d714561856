import { PDFArray, PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { ownCopy, withoutOldLayer } from './old-layer.ts';
import { fontKey } from './text-layer.ts';

/**
 * Lays text under what the page draws, where no state that the page leaves behind can reach it; with `instead`, in place of the invisible text that is there.
 * Resources may belong to other pages too, so the page gets its own.
 */
export function layUnder({ doc: { context }, node, ref }: PDFPage, layer: PDFRef, font: PDFRef, instead: boolean): void {
  const resources = node.Resources();
  const own = resources === undefined ? context.obj({}) : ownCopy(resources);
  const fonts = own.lookupMaybe(PDFName.of('Font'), PDFDict);
  const ownFonts = fonts === undefined ? context.obj({}) : ownCopy(fonts);
  ownFonts.set(PDFName.of(fontKey), font);
  own.set(PDFName.of('Font'), ownFonts);
  const parts = partsOf(context, node.get(PDFName.of('Contents')));
  const cleared = instead ? withoutOldLayer(context, streamsOf(context, parts), own) : undefined;
  node.set(PDFName.of('Resources'), own);
  node.set(PDFName.of('Contents'), context.obj([layer, ...(cleared === undefined ? parts : [cleared])]));
  context.snapshot?.markRefForSave(ref);
}

function partsOf(context: PDFContext, contents: PDFObject | undefined): PDFObject[] {
  const found = context.lookup(contents);
  if (found instanceof PDFArray) return found.asArray();
  return contents === undefined || found === undefined ? [] : [contents];
}

function streamsOf(context: PDFContext, parts: readonly PDFObject[]): PDFStream[] {
  return parts.map((part) => context.lookup(part)).filter((part) => part instanceof PDFStream);
}
