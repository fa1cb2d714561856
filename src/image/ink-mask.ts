import type { Raster } from './raster.ts';

/** One byte a pixel: 1 is ink. */
export interface InkMask {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Half the range of grey, as in the paper. */
const range = 128;

/**
 * Tells ink from paper by the mean and the deviation of the window around each pixel, as Sauvola and Pietikäinen (Adaptive document image binarization,
 * Pattern Recognition 33, 2000) do: ink is darker than mean × (1 + k × (deviation / 128 − 1)). `radius` is half the side of the window in pixels;
 * the smaller `k`, the fainter the ink that still counts. Sums run along with the window, so that the time does not depend on its size.
 */
export function inkMask({ width, height, data }: Raster, radius: number, k: number): InkMask {
  const mask = new Uint8Array(width * height);
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  const addRow = (y: number, sign: number): void => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const value = data[at]!;
      sums[x]! += sign * value;
      squares[x]! += sign * value * value;
    }
  };
  for (let y = 0; y < Math.min(height, radius); y++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(y + radius, 1);
    if (y - radius > 0) addRow(y - radius - 1, -1);
    const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
    markRow(data, mask, y * width, { sums, squares, rows, radius, k });
  }
  return { width, height, data: mask };
}

interface Columns {
  sums: Float64Array;
  squares: Float64Array;
  rows: number;
  radius: number;
  k: number;
}

function markRow(data: Uint8Array, mask: Uint8Array, from: number, { sums, squares, rows, radius, k }: Columns): void {
  const width = sums.length;
  let [sum, square] = [0, 0];
  for (let x = 0; x < Math.min(width, radius); x++) {
    sum += sums[x]!;
    square += squares[x]!;
  }
  for (let x = 0; x < width; x++) {
    if (x + radius < width) {
      sum += sums[x + radius]!;
      square += squares[x + radius]!;
    }
    if (x - radius > 0) {
      sum -= sums[x - radius - 1]!;
      square -= squares[x - radius - 1]!;
    }
    const count = rows * (Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1);
    const mean = sum / count;
    const deviation = Math.sqrt(Math.max(0, square / count - mean * mean));
    if (data[from + x]! <= mean * (1 + k * (deviation / range - 1))) mask[from + x] = 1;
  }
}
