import type { Picture } from './raster.ts';

/** A picture that is laid on others. */
export interface Layer {
  picture: Picture;
  /** Where its upper left corner comes to lie, also beyond the edges. */
  left: number;
  top: number;
  /** Nothing of it is seen outside: left, top, right, bottom. */
  window: readonly [number, number, number, number];
  /** The grey of a stencil, which is painted where the picture is black. */
  ink?: number;
}

/** Lays pictures on a white ground, one on top of the other. Grey comes out when all of them are grey and `channels` says so. */
export function montage(width: number, height: number, channels: 1 | 3, layers: readonly Layer[]): Picture {
  const ground: Picture = { width, height, channels, data: new Uint8Array(width * height * channels).fill(255) };
  for (const layer of layers) lay(ground, layer);
  return ground;
}

function lay(ground: Picture, { picture, left, top, window, ink }: Layer): void {
  const x0 = Math.max(0, left, window[0]);
  const x1 = Math.min(ground.width, left + picture.width, window[2]);
  const y1 = Math.min(ground.height, top + picture.height, window[3]);
  const copyRow = ink !== undefined ? stencilRow(ink) : picture.channels === 4 ? blendRow : picture.channels === ground.channels ? plainRow : greyRow;
  for (let y = Math.max(0, top, window[1]); y < y1 && x0 < x1; y++) {
    const from = ((y - top) * picture.width + x0 - left) * picture.channels;
    const to = (y * ground.width + x0) * ground.channels;
    copyRow(
      picture.data.subarray(from, from + (x1 - x0) * picture.channels),
      ground.data.subarray(to, to + (x1 - x0) * ground.channels),
      ground.channels,
    );
  }
}

type CopyRow = (from: Uint8Array, to: Uint8Array, channels: number) => void;

function plainRow(from: Uint8Array, to: Uint8Array): void {
  to.set(from);
}

function greyRow(from: Uint8Array, to: Uint8Array): void {
  for (let pixel = 0; pixel < from.length; pixel++) to.fill(from[pixel]!, 3 * pixel, 3 * pixel + 3);
}

function blendRow(from: Uint8Array, to: Uint8Array): void {
  for (let at = 0, pixel = 0; at < to.length; pixel += 4) {
    const alpha = from[pixel + 3]!;
    for (let channel = 0; channel < 3; channel++, at++) to[at] = mix(to[at]!, from[pixel + channel]!, alpha);
  }
}

function stencilRow(ink: number): CopyRow {
  return (from, to, channels) => {
    for (let at = 0; at < to.length; at++) to[at] = mix(to[at]!, ink, 255 - from[Math.floor(at / channels)]!);
  };
}

function mix(below: number, above: number, alpha: number): number {
  return alpha === 0 ? below : Math.round((below * (255 - alpha) + above * alpha) / 255);
}
