import { deflateSync } from 'node:zlib';
import type { Raster } from '../../src/image/raster.ts';
import { assemblePdf, streamBody } from '../../src/pdf/assemble.ts';
import { a4 } from './drawn-raster.ts';

export interface PageTerms {
  content: string;
  /** Grey pictures, drawn by the names /I0, /I1, … */
  images?: readonly Raster[];
  /** What the codes 1, 2, … of font /U mean. */
  unicode?: readonly string[];
  rotate?: number;
}

/** A PDF of one A4 page with fonts /H (Helvetica) and /U (any characters, by codes of one byte). */
export function pageWith({ content, images = [], unicode = [], rotate = 0 }: PageTerms): Buffer {
  const names = images.map((_, at) => `/I${at} ${9 + at} 0 R`).join(' ');
  const box = `/MediaBox[0 0 ${a4.width} ${a4.height}]/Rotate ${rotate}`;
  return assemblePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R${box}/Contents 4 0 R/Resources<</Font<</H 5 0 R/U 6 0 R>>/XObject<<${names}>>>>>>`,
    streamBody('/Filter/FlateDecode', deflateSync(Buffer.from(content, 'latin1'))),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 1/LastChar 255/Widths[${'500 '.repeat(255)}]/ToUnicode 7 0 R/FontDescriptor 8 0 R>>`,
    streamBody('', Buffer.from(characterMap(unicode), 'latin1')),
    '<</Type/FontDescriptor/FontName/Helvetica/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
    ...images.map(pictureBody),
  ]);
}

/** Lines in font /H from the top of the page, where `drawnRaster` draws them too. `mode` is the text rendering mode. */
export function lines(texts: readonly string[], { size = 12, top = 56, left = 56, mode = 0 } = {}): string {
  const shown = texts.map((text, at) => `1 0 0 1 ${left} ${a4.height - top - 1.5 * size * (at + 1)} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj`);
  return `BT ${mode} Tr /H ${size} Tf ${shown.join(' ')} ET`;
}

/** The same in font /U, and what its codes then mean. */
export function foreignLines(texts: readonly string[]): Pick<PageTerms, 'content' | 'unicode'> {
  const unicode = [...new Set(texts.join(''))];
  const codes = new Map(unicode.map((character, at) => [character, (at + 1).toString(16).padStart(2, '0')]));
  const shown = texts.map((text, at) => `1 0 0 1 56 ${760 - 18 * at} Tm <${Array.from(text, (character) => codes.get(character)).join('')}> Tj`);
  return { content: `BT /U 11 Tf ${shown.join(' ')} ET`, unicode };
}

/** Draws picture number `at` into a box in points from the top left. */
export function picture(at: number, [x0, y0, x1, y1]: readonly [number, number, number, number]): string {
  return `q ${x1 - x0} 0 0 ${y1 - y0} ${x0} ${a4.height - y1} cm /I${at} Do Q`;
}

function pictureBody({ width, height, data }: Raster): Buffer {
  return streamBody(
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
    deflateSync(data),
  );
}

function characterMap(characters: readonly string[]): string {
  const hex = (character: string): string => Buffer.from(character, 'utf16le').swap16().toString('hex');
  const rows = characters.map((character, at) => `<${(at + 1).toString(16).padStart(2, '0')}> <${hex(character)}>`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange\n${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar endcmap end end`;
}
