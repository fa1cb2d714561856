import { deflateSync } from 'node:zlib';
import type { Raster } from '../../src/image/raster.ts';
import { assemblePdf, streamBody } from '../../src/pdf/assemble.ts';

/** A PDF as a scanner makes it: each page is one grey picture, and nothing else. */
export function scannedPdf(pages: readonly Raster[]): Buffer {
  const kids = pages.map((_, index) => `${3 + 3 * index} 0 R`).join(' ');
  return assemblePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    ...pages.flatMap((page, index) => pageObjects(page, 3 + 3 * index)),
  ]);
}

/** The page, what it draws, and its picture; `number` is that of the page's object. */
function pageObjects({ width, height, dpi, data }: Raster, number: number): (string | Buffer)[] {
  const [across, down] = [(width * 72) / dpi, (height * 72) / dpi];
  const entries = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`;
  return [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${across} ${down}]/Contents ${number + 1} 0 R/Resources<</XObject<</I ${number + 2} 0 R>>>>>>`,
    streamBody('', Buffer.from(`q ${across} 0 0 ${down} 0 0 cm /I Do Q`, 'latin1')),
    streamBody(entries, deflateSync(data)),
  ];
}
