import { deflateSync } from 'node:zlib';
import { assemblePdf, streamBody } from './assemble.ts';

/** How much the sample page holds: what a reader that works finds on it. */
export const sampleWords = 44;
export const samplePaths = 64;

/**
 * The bytes of a PDF of one page with known words and known paths: packed text in a standard font, Chinese by a predefined
 * character map (which needs the files beside pdf.js), and lines, boxes and curves enough for buffers to grow.
 */
export function samplePdf(): Uint8Array {
  const content = deflateSync(Buffer.from([...textOperators(), ...pathOperators()].join('\n'), 'latin1'));
  return new Uint8Array(
    assemblePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>',
      streamBody('/Filter/FlateDecode', content),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
      '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>',
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 8 0 R>>',
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ]),
  );
}

function textOperators(): string[] {
  const lines = Array.from({ length: 10 }, (_, at) => `BT /F1 11 Tf 56 ${780 - 20 * at} Td (Line ${at + 1} holds words) Tj ET`);
  return [...lines, 'BT /F2 12 Tf 56 560 Td <4E2D6587> Tj ET', 'BT /F1 9 Tf 0 1 -1 0 540 400 Tm (three words turned) Tj ET'];
}

function pathOperators(): string[] {
  const numbers = Array.from({ length: 16 }, (_, at) => at);
  return numbers.flatMap((at) => [
    `56 ${500 - 10 * at} m 300 ${500 - 10 * at} l S`,
    `${60 + 12 * at} 100 8 ${20 + at} re f`,
    `${60 + 12 * at} 150 m ${64 + 12 * at} 190 ${70 + 12 * at} 110 ${72 + 12 * at} 150 c S`,
    `q 1 0 0 1 ${at} ${at} cm 320 200 40 40 re B Q`,
  ]);
}
