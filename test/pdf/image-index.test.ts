import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemblePdf, streamBody } from '../../src/pdf/assemble.ts';
import { indexImages } from '../../src/pdf/image-index.ts';

const image = streamBody('/Type/XObject/Subtype/Image/Width 1/Height 1', Buffer.from('x'));
const form = (resources: string): Buffer => streamBody(`/Type/XObject/Subtype/Form/BBox[0 0 1 1]${resources}`, Buffer.from(''));

/** Whether object 3, a page with these entries, shows images; objects 4 to 7 are an image, a plain form, a form with the image, and resources that name it. */
function shows(page: string, pages = ''): boolean {
  return indexImages(
    assemblePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[3 0 R]/Count 1${pages}>>`,
      `<</Type/Page/Parent 2 0 R${page}>>`,
      image,
      form(''),
      form('/Resources<</XObject<</I 4 0 R>>>>'),
      '<</Font<</F 9 0 R>>/XObject<</I 4 0 R>>>>',
      '<</Subtype/Stamp/AP<</N 6 0 R>>>>',
    ]),
  )(3);
}

describe('whether a page may show images', () => {
  it.each([
    ['has no resources for any', '/Resources<</Font<</F 9 0 R>>>>', false],
    ['names an image', '/Resources<</XObject<</I 4 0 R>>>>', true],
    ['names it by reference', '/Resources 7 0 R', true],
    ['names a form that draws none', '/Resources<</XObject<</I 5 0 R>>>>', false],
    ['names a form that draws one', '/Resources<</XObject<</I 6 0 R>>>>', true],
    ['may fill by anything', '/Resources<</Pattern<</P 9 0 R>>>>', true],
    ['has a stamp', '/Resources<<>>/Annots[8 0 R]', true],
    ['has links', '/Resources<<>>/Annots[7 0 R]', false],
    ['names what is not there', '/Resources<</XObject<</I 99 0 R>>>>', true],
    ['states no resources at all', '', true],
  ])('is known of one that %s', (_, page, found) => {
    expect(shows(page)).toBe(found);
  });

  it('follows the resources that a page inherits', () => {
    expect(shows('', '/Resources 7 0 R')).toBe(true);
    expect(shows('', '/Resources<<>>')).toBe(false);
  });

  it('reads pages that are packed into object streams', () => {
    const page = '<</Type/Page/Resources<<>>>>';
    const packed = streamBody('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', deflateSync(Buffer.from(`9 0 ${page}`)));
    expect(indexImages(assemblePdf(['<<>>', packed]))(9)).toBe(false);
  });

  it('is taken for so when the file is broken, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(400), (bytes, at) => {
        const whole = assemblePdf(['<<>>', '<</Type/Page/Resources 1 0 R>>', image]);
        expect(typeof indexImages(Buffer.concat([whole.subarray(0, at), bytes]))(2)).toBe('boolean');
      }),
    );
    expect(indexImages(Buffer.from('nothing'))(3)).toBe(true);
  });
});
