import type { Picture } from './raster.ts';

/** A grey picture as binary PGM (netpbm), the plainest form that every reader takes. */
export function encodePgm({ width, height, data }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}
