import type { Picture } from './raster.ts';
import { sharp } from './sharp.ts';

/** Brings a picture to another size, smooth both ways (Lanczos to a smaller one, cubic to a larger). */
export async function scale(picture: Picture, width: number, height: number): Promise<Picture> {
  if (picture.width === width && picture.height === height) return picture;
  const { data, info } = await sharp(picture.data, { raw: picture, limitInputPixels: false })
    .resize(width, height, { fit: 'fill' })
    .toColourspace(picture.channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== picture.channels) throw new Error(`${picture.channels} channels became ${info.channels}`);
  return { width, height, channels: picture.channels, data };
}
