import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';

/** Thousandths of the size: how wide every sign is, and how far it reaches above and below the baseline. */
export const glyph = { width: 500, ascent: 800, descent: 200 };

/** Hands out the codes by which text is shown: one for each sign as a reader sees it, so that accents stay on their letters. */
export class GlyphCodes {
  readonly #codes = new Map<string, number>();
  readonly #signs = new Intl.Segmenter('und', { granularity: 'grapheme' });

  /** The codes of a text, in the order in which its signs stand from left to right. */
  of(text: string): number[] {
    const codes = [...this.#signs.segment(text)].map(({ segment }) => this.#codeOf(segment));
    return rightToLeft.test(text) ? codes.reverse() : codes;
  }

  get size(): number {
    return this.#codes.size;
  }

  /** What the codes stand for, as a character map (ISO 32000-1, 9.10.3). */
  toUnicode(): string {
    const rows = [...this.#codes].map(([sign, code]) => `<${hex(code)}> <${Buffer.from(sign, 'utf16le').swap16().toString('hex')}>`);
    const blocks: string[] = [];
    for (let at = 0; at < rows.length; at += mostInBlock) {
      const block = rows.slice(at, at + mostInBlock);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
  }

  #codeOf(sign: string): number {
    const known = this.#codes.get(sign);
    if (known !== undefined) return known;
    // A document with more signs than there are codes has the rest shown by the last one.
    const code = Math.min(this.#codes.size + 1, 0xffff);
    this.#codes.set(sign, code);
    return code;
  }
}

const rightToLeft = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Entries that a block of a character map may have. */
const mostInBlock = 100;

/** A code as it stands in a content stream and in a character map. */
function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/** A font whose signs have a place and a meaning but no shape, as those that Tesseract and OCRmyPDF lay over scans. */
export function addGlyphlessFont(context: PDFContext, ref: PDFRef, codes: GlyphCodes): void {
  const program = fontProgram();
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 5,
    FontBBox: [0, -glyph.descent, glyph.width, glyph.ascent],
    ItalicAngle: 0,
    Ascent: glyph.ascent,
    Descent: -glyph.descent,
    CapHeight: glyph.ascent,
    StemV: 80,
    FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
  });
  // Every code is the one empty sign that the font program has.
  const signs = Buffer.alloc(2 * (codes.size + 1));
  for (let at = 1; at < signs.length; at += 2) signs[at] = 1;
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    DW: glyph.width,
    CIDToGIDMap: context.register(context.flateStream(signs)),
  });
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: PDFName.of('Identity-H'),
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.flateStream(codes.toUnicode())),
  });
  context.assign(ref, font);
}

const name = 'GlyphLessFont';

/** A TrueType font of two empty signs, with the tables that a PDF needs (ISO 32000-1, 9.9; OpenType 1.9). */
function fontProgram(): Buffer {
  const head = words([
    1,
    0,
    1,
    0,
    0,
    0,
    0x5f0f,
    0x3cf5,
    0,
    1000,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    -glyph.descent,
    glyph.width,
    glyph.ascent,
    0,
    8,
    2,
    0,
    0,
  ]);
  const hhea = words([1, 0, glyph.ascent, -glyph.descent, 0, glyph.width, 0, 0, glyph.width, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
  const maxp = words([1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  const hmtx = words([glyph.width, 0, 0]);
  return trueType({ glyf: words([0, 0]), head, hhea, hmtx, loca: words([0, 0, 0]), maxp });
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, at) => bytes.writeUInt16BE(value & 0xffff, 2 * at));
  return bytes;
}

/** Tables, in the order of their names, with their directory and sums. */
function trueType(tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables);
  const range = 2 ** Math.floor(Math.log2(entries.length));
  const start = 12 + 16 * entries.length;
  const directory = [words([1, 0, entries.length, 16 * range, Math.log2(range), 16 * (entries.length - range)])];
  const bodies: Buffer[] = [];
  let offset = start;
  for (const [tag, table] of entries) {
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    const row = Buffer.alloc(16);
    row.write(tag, 'latin1');
    row.writeUInt32BE(sum(padded), 4);
    row.writeUInt32BE(offset, 8);
    row.writeUInt32BE(table.length, 12);
    directory.push(row);
    bodies.push(padded);
    offset += padded.length;
  }
  const font = Buffer.concat([...directory, ...bodies]);
  const headAt = start + (tables['glyf']?.length ?? 0);
  font.writeUInt32BE((0xb1b0afba - sum(font)) >>> 0, headAt + 8);
  return font;
}

function sum(bytes: Buffer): number {
  let total = 0;
  for (let at = 0; at < bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0;
  return total;
}

/** A text as it is shown: a string of codes. */
export function shown(codes: readonly number[]): string {
  return PDFHexString.of(codes.map(hex).join('')).toString();
}
