import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemblePdf, streamBody } from '../../src/pdf/assemble.ts';
import { scanContent, unpack } from '../../src/pdf/content-scan.ts';

const file = (content: string): Buffer => assemblePdf(['<</Type/Catalog>>', streamBody('/Filter/FlateDecode', deflateSync(Buffer.from(content)))]);

describe('the look through the streams of a file', () => {
  it.each([
    ['BT 3 Tr (x) Tj ET', { mayHideText: true, replacesText: false, images: 'none' }],
    ['BT 0 Tr (x) Tj ET', { mayHideText: false, replacesText: false, images: 'none' }],
    ['/Span <</ActualText (x)>> BDC EMC', { mayHideText: false, replacesText: true, images: 'none' }],
    ['q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q', { mayHideText: false, replacesText: false, images: 'anywhere' }],
  ])('finds in %j', (content, found) => {
    expect(scanContent(file(content))).toEqual(found);
  });

  it('takes nothing for granted in an encrypted file', () => {
    expect(scanContent(assemblePdf(['<<>>'], '/Encrypt 5 0 R'))).toMatchObject({ mayHideText: true });
  });

  it('finds images by their dictionaries, also in an encrypted file and behind text that it has seen enough of', () => {
    const image = streamBody('/Type/XObject /Subtype /Image/Width 1/Height 1', Buffer.from('x'));
    const hiding = streamBody('', Buffer.from('BT 3 Tr /Span <</ActualText (x)>> BDC EMC ET'));
    expect(scanContent(assemblePdf(['<<>>', image], '/Encrypt 5 0 R'))).toMatchObject({ images: 'anywhere' });
    expect(scanContent(assemblePdf(['<<>>', hiding, image]))).toEqual({ mayHideText: true, replacesText: true, images: 'named' });
  });

  it('never throws, whatever the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, at) => {
        const broken = Buffer.concat([file('BT 3 Tr ET').subarray(0, at), bytes, Buffer.from('stream\n')]);
        expect(typeof scanContent(broken).mayHideText).toBe('boolean');
      }),
    );
  });

  it('unpacks what Ascii85 encodes', () => {
    const cases: [string, string][] = [
      ['87cURD]i,"Ebo80~>', 'Hello World!'],
      ['zz~>', '\0\0\0\0\0\0\0\0'],
      ['87cUR\nD]h', 'Hello '],
    ];
    for (const [packed, plain] of cases) expect(unpack('/Filter[/ASCII85Decode]', Buffer.from(packed))?.toString('latin1')).toBe(plain);
  });
});
