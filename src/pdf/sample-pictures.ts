import { assemblePdf, streamBody } from './assemble.ts';

/** A square of the sample page, in points from its top left, and what stands in it. */
export interface SampleSquare {
  content: string;
  left: number;
  top: number;
}

/** Points. */
export const sampleSide = 20;

/** Each stands on a square of its own; none of it is white. */
export const sampleSquares: readonly SampleSquare[] = ['text', 'a JPEG 2000 image', 'a JBIG2 image', 'a CCITT image'].map((content, at) => ({
  content,
  left: 10 + 30 * at,
  top: 10,
}));

/** The bytes of a PDF of one page with a letter of a standard font and with images of the kinds that pdf.js decodes by other means than its own script. */
export function picturesPdf(): Uint8Array {
  const size = '/Type/XObject/Subtype/Image/Width 32/Height 32';
  const images = sampleSquares.slice(1).map(({ left }, at) => `q ${sampleSide} 0 0 ${sampleSide} ${left} 10 cm /I${at} Do Q`);
  return new Uint8Array(
    assemblePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 130 40]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</I0 6 0 R/I1 7 0 R/I2 8 0 R>>>>>>',
      streamBody('', Buffer.from(['BT /F1 24 Tf 11 11 Td (W) Tj ET', ...images].join('\n'))),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      streamBody(`${size}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/JPXDecode`, Buffer.from(greyJpeg2000, 'hex')),
      streamBody(`${size}/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode`, Buffer.from(blackJbig2, 'hex')),
      streamBody(
        `${size}/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 32/Rows 32>>`,
        Buffer.from(blackGroup4, 'hex'),
      ),
    ]),
  );
}

/** 32 × 32 pixels, all black (ITU-T T.6): one row in horizontal mode, then `11` for each that is like the one before. */
const blackGroup4 = '26a0d5fffffffffffffff8008008';

/** 32 × 32 pixels, all black: a page of JBIG2 (ITU-T T.88) with one generic region, its data coded as above. */
const blackJbig2 =
  '000000003000010000001300000020000000200000000000000000000000000000012600010000002000000020000000200000000000000000000126a0d5fffffffffffffff8008008';

/** 32 × 32 pixels, all of the middle grey, which is what a codestream of JPEG 2000 (ITU-T T.800) with one empty packet means. */
const greyJpeg2000 =
  'ff4fff510029000000000020000000200000000000000000000000200000002000000000000000000001070101ff52000c00000001000004040001ff5c00044040ff90000a00000000000f0001ff9300ffd9';
