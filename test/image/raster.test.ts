import { describe, expect, it } from 'vitest';
import { toGrey } from '../../src/image/raster.ts';

const raster = (channels: 1 | 3 | 4, data: readonly number[]) => ({
  width: data.length / channels,
  height: 1,
  channels,
  data: Uint8Array.from(data),
  dpi: 72,
});

describe('grey', () => {
  it('weighs the colours as the eye does, and keeps black and white', () => {
    expect([...toGrey(raster(3, [255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255])).data]).toEqual([76, 150, 29, 0, 255]);
  });

  it('lays what is transparent on white', () => {
    expect([...toGrey(raster(4, [0, 0, 0, 0, 0, 0, 0, 128, 0, 0, 0, 255])).data]).toEqual([255, 127, 0]);
  });

  it('leaves a grey picture as it is, and the resolution of any', () => {
    const grey = raster(1, [1, 2]);
    expect(toGrey(grey)).toBe(grey);
    expect(toGrey(raster(3, [9, 9, 9]))).toMatchObject({ channels: 1, dpi: 72, width: 1 });
  });
});
