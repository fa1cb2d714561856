import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What begins a scope of its own, with its own matrix, clip and colours … */
export const scopeOpeners: ReadonlySet<number> = new Set<number>([OPS.save, OPS.paintFormXObjectBegin, OPS.beginGroup, OPS.beginAnnotation]);

/** … and what ends it. */
export const scopeClosers: ReadonlySet<number> = new Set<number>([OPS.restore, OPS.paintFormXObjectEnd, OPS.endGroup, OPS.endAnnotation]);

/** After these a matrix that was set has been used for something. Images are not among them: a reader that decodes none never meets them. */
export const painters: ReadonlySet<number> = new Set<number>([
  OPS.constructPath,
  OPS.showText,
  OPS.shadingFill,
  OPS.paintFormXObjectBegin,
  OPS.paintFormXObjectEnd,
  OPS.beginGroup,
  OPS.beginAnnotation,
]);
