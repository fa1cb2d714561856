import type { Picture } from './raster.ts';
import { sharp } from './sharp.ts';

/** Pixels that are decoded at the most. */
const largest = 64_000_000;

/**
 * A picture in grey, on white, made smaller until its longer side has `longest` pixels. `source` is a JPEG or PNG file, or pixels. Throws what the decoder throws.
 */
export async function greyWithin(source: Uint8Array | Picture, longest: number): Promise<Picture> {
  const picture =
    source instanceof Uint8Array
      ? sharp(source, { limitInputPixels: largest, failOn: 'none' })
      : sharp(source.data, { raw: source, limitInputPixels: largest });
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`a grey picture of ${info.channels} channels came out`);
  return { width: info.width, height: info.height, channels: 1, data };
}
