import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { foldDocument } from '../../../src/model/document.ts';
import type { DocumentPatch, PagePatch, SourceFile } from '../../../src/model/document.ts';
import { run as identify } from '../../../src/stages/identify/run.ts';
import { spec } from '../../../src/stages/identify/spec.ts';
import { run as readText } from '../../../src/stages/text/run.ts';
import { sourceOf } from '../../support/read-document.ts';
import { joinTiffs, tiffDirectories } from '../../support/tiff-file.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#abc' } }).withMetadata({ density: 144 });
const identified = async (file: SourceFile, limits: object = {}): Promise<DocumentPatch> =>
  identify({ file, config: spec.config.parse(limits), document: foldDocument([]), page: 0 });
const pageOf = async (file: SourceFile, mediaType: string, page: number): Promise<PagePatch> =>
  readText({ file, config: {}, document: { ...foldDocument([]), mediaType }, page });

describe('images as documents', () => {
  it.each([
    ['png', 'image/png', () => picture(72, 36).png().toBuffer()],
    ['jpeg', 'image/jpeg', () => picture(72, 36).jpeg().toBuffer()],
    ['webp', 'image/webp', () => picture(72, 36).webp().toBuffer()],
    ['gif', 'image/gif', () => picture(72, 36).gif().toBuffer()],
    ['tif', 'image/tiff', () => picture(72, 36).tiff().toBuffer()],
  ])('have a type and one page: %s', async (extension, mediaType, encode) => {
    const file = sourceOf(await encode(), `scan.${extension}`);
    expect(await identified(file)).toEqual({ mediaType, metadata: { page_count: 1 } });
  });

  it('have pages without text, of the size that their resolution gives', async () => {
    const file = sourceOf(
      joinTiffs([
        await picture(144, 72)
          .tiff({ xres: 144 / 25.4, yres: 144 / 25.4 })
          .toBuffer(),
        await picture(300, 300)
          .tiff({ xres: 300 / 25.4, yres: 300 / 25.4 })
          .toBuffer(),
      ]),
      'two.tif',
    );
    expect((await identified(file)).metadata).toEqual({ page_count: 2 });
    expect(await pageOf(file, 'image/tiff', 1)).toMatchObject({ width: 72, height: 36, rotation: 0, method: 'blank', text: '', lines: [] });
    expect(await pageOf(file, 'image/tiff', 2)).toMatchObject({ width: 72, height: 72 });
    await expect(pageOf(file, 'image/tiff', 3)).rejects.toMatchObject({ code: 'document.damaged' });
  });

  it('are held to the limits of the pipeline before anything is decoded', async () => {
    const large = sourceOf(await picture(200, 100).png().toBuffer(), 'large.png');
    await expect(identified(large, { max_pixels: 19_999 })).rejects.toMatchObject({ code: 'document.too-many-pixels' });
    expect((await identified(large, { max_pixels: 20_000 })).metadata).toEqual({ page_count: 1 });
    const sized = [
      [256, 4, 5],
      [257, 4, 5],
    ] as const;
    const many = sourceOf(tiffDirectories(Array.from({ length: 30_000 }, () => sized)), 'many.tif');
    await expect(identified(many)).rejects.toMatchObject({ code: 'document.too-many-pages' });
  });

  it('that no stage reads come with a way out', async () => {
    const heic = sourceOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'photo.heic');
    await expect(identified(heic)).rejects.toMatchObject({
      code: 'document.unsupported-type',
      message: expect.stringMatching(/HEIC image\. Convert it to JPEG/) as string,
    });
  });

  it('are not whatever begins with two letters', async () => {
    await expect(identified(sourceOf(Buffer.from('BMW invoice of March'), 'car.bmp'))).rejects.toMatchObject({ code: 'document.unsupported-type' });
    await expect(identified(sourceOf(Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1'), 'a.webp'))).rejects.toMatchObject({
      code: 'document.unsupported-type',
    });
  });

  it('named as another kind are read by their content, and say so', async () => {
    const file = sourceOf(await picture(50, 50).png().toBuffer(), 'scan.jpg');
    expect((await identified(file)).findings?.map(({ code }) => code)).toEqual(['identify.extension-mismatch']);
  });
});
