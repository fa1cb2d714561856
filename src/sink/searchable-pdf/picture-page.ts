import { PDFName } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { Page } from '../../model/page.ts';
import type { GlyphCodes } from './glyphless-font.ts';
import type { Picture } from './picture.ts';
import { fontKey, textLayer } from './text-layer.ts';
import type { LayerLine } from './recognised.ts';

/** Adds a page that shows nothing but one picture, as large as the page, with invisible text over it. */
export function addPicturePage(
  pdf: PDFDocument,
  { width, height }: Page,
  picture: Picture,
  lines: readonly LayerLine[],
  font: PDFRef,
  codes: GlyphCodes,
): void {
  const { context } = pdf;
  const { node } = pdf.addPage([width, height]);
  const [a, b, c, d, e, f] = turns[picture.orientation - 1] ?? turns[0];
  const drawn = `q ${a * width} ${b * height} ${c * width} ${d * height} ${e * width} ${f * height} cm /Picture Do Q\n`;
  const layer = textLayer(lines, codes, [1, 0, 0, -1, 0, height]);
  node.set(PDFName.of('Contents'), context.register(context.flateStream(drawn + layer)));
  node.set(PDFName.of('Resources'), context.obj({ Font: { [fontKey]: font }, XObject: { Picture: imageObject(context, picture) } }));
}

/** For each orientation, the way from the picture as stored to the picture as displayed, both as the unit square. */
const turns = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
] as const;

function imageObject(context: PDFContext, { data, width, height, bits, colours, packing, inverted }: Picture): PDFRef {
  const channels = colours === 'DeviceRGB' ? 3 : colours === 'DeviceCMYK' ? 4 : 1;
  const stream = context.stream(data, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    ColorSpace:
      typeof colours === 'string'
        ? colours
        : ['Indexed', 'DeviceRGB', colours.palette.length / 3 - 1, context.register(context.flateStream(colours.palette))],
    Filter: packing === 'DCTDecode' ? 'DCTDecode' : 'FlateDecode',
    ...(packing === 'FlateDecode with PNG predictors' && {
      DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: bits, Columns: width },
    }),
    ...(inverted && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
  });
  return context.register(stream);
}
