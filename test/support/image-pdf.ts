import { assemblePdf, streamBody } from '../../src/pdf/assemble.ts';

export interface PdfImage {
  /** Entries beside type and length. */
  dictionary: string;
  data: Buffer;
}

export interface ImagePage {
  /** Content operators; images are /I0, /I1, …, a font is /H. */
  content: string;
  images: readonly PdfImage[];
  media?: readonly [number, number, number, number];
  /** More entries of the page. */
  page?: string;
  /** More entries of its resources. */
  resources?: string;
}

/** A PDF of one page with images as they are given. Images may refer to each other: /I0 is object 5. */
export function imagePdf({ content, images, media = [0, 0, 60, 40], page = '', resources = '' }: ImagePage): Buffer {
  const names = images.map((_, at) => `/I${at} ${5 + at} 0 R`).join('');
  return assemblePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[${media.join(' ')}]${page}/Contents 4 0 R/Resources<</XObject<<${names}>>/Font<</H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>${resources}>>>>`,
    streamBody('', Buffer.from(content, 'latin1')),
    ...images.map(({ dictionary, data }) => streamBody(`/Type/XObject/Subtype/Image${dictionary}`, data)),
  ]);
}

/** A codestream of JPEG 2000 (ITU-T T.800) of one empty packet, which means that all of its pixels are of the middle grey. */
export function greyJpeg2000(width: number, height: number): Buffer {
  const size = Buffer.alloc(32);
  [width, height, 0, 0, width, height, 0, 0].forEach((value, at) => size.writeUInt32BE(value, 4 * at));
  return Buffer.concat([
    Buffer.from('ff4fff5100290000', 'hex'),
    size,
    Buffer.from('0001070101ff52000c00000001000004040001ff5c00044040ff90000a00000000000f0001ff9300ffd9', 'hex'),
  ]);
}
