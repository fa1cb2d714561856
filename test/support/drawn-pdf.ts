import { assemblePdf, streamBody } from '../../src/pdf/assemble.ts';

export interface DrawnPage {
  /** Content operators; fonts /H (Helvetica), /T (Times) and /U (codes 1–26 mean what `unicode` says) are there. */
  content: string;
  rotate?: number;
  media?: readonly [number, number, number, number];
  crop?: readonly [number, number, number, number];
  /** More entries of the page's resources. */
  resources?: string;
  /** More fonts, by name. */
  fonts?: string;
}

export interface DrawnTerms {
  /** What the codes 1, 2, … of font /U stand for. */
  unicode?: string;
  /** Entries of the information dictionary. */
  info?: string;
  /** More entries of the catalogue. */
  catalog?: string;
}

/** A PDF whose pages draw exactly what is given, packed by nothing, the same bytes for the same terms. */
export function drawnPdf(pages: readonly DrawnPage[], { unicode = '', info = '', catalog = '' }: DrawnTerms = {}): Buffer {
  const first = 9;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  const fonts = '/Font<</H 3 0 R/T 4 0 R/U 5 0 R>>';
  return assemblePdf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>',
      `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 1/LastChar 26/Widths[${'500 '.repeat(26)}]/ToUnicode 6 0 R/FontDescriptor 7 0 R>>`,
      streamBody('', Buffer.from(toUnicode(unicode), 'latin1')),
      '<</Type/FontDescriptor/FontName/Helvetica/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
      `<<${info}>>`,
      ...pages.flatMap((page, at) => [pageBody(page, first + 2 * at + 1, fonts), streamBody('', Buffer.from(page.content, 'latin1'))]),
    ],
    '/Info 8 0 R',
  );
}

/** Draws each text at its place, in points from the bottom left. */
export function put(texts: readonly (readonly [x: number, y: number, text: string])[], { font = 'H', size = 10 } = {}): string {
  return texts.map(([x, y, text]) => `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`).join('\n');
}

function pageBody({ rotate, media = [0, 0, 600, 800], crop, resources = '', fonts: more = '' }: DrawnPage, contents: number, fonts: string): string {
  const boxes = `/MediaBox[${media.join(' ')}]${crop === undefined ? '' : `/CropBox[${crop.join(' ')}]`}${rotate === undefined ? '' : `/Rotate ${rotate}`}`;
  return `<</Type/Page/Parent 2 0 R${boxes}/Contents ${contents} 0 R/Resources<<${fonts.replace(/>>$/, `${more}>>`)}${resources}>>>>`;
}

function toUnicode(text: string): string {
  const hex = (value: number): string => value.toString(16).padStart(4, '0');
  const rows = [...text].map(
    (character, at) => `<${hex(at + 1).slice(2)}> <${[...Array(character.length).keys()].map((i) => hex(character.charCodeAt(i))).join('')}>`,
  );
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange\n${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar endcmap end end`;
}
