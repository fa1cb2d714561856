import type { Raster } from './raster.ts';

/** A grey picture with the noise of single pixels taken out: each is averaged with its neighbours by the weights 1, 4, 1 across and down. */
export function smooth(grey: Raster): Raster {
  const { width, height, data } = grey;
  const across = new Uint16Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const [left, right] = [x > 0 ? at - 1 : at, x + 1 < width ? at + 1 : at];
      across[at] = data[left]! + 4 * data[at]! + data[right]!;
    }
  }
  const smoothed = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const [above, below] = [y > 0 ? -width : 0, y + 1 < height ? width : 0];
    for (let x = 0; x < width; x++, at++) smoothed[at] = (across[at + above]! + 4 * across[at]! + across[at + below]! + 18) / 36;
  }
  return { ...grey, data: smoothed };
}
