import { levelsOfRow } from './level-map.ts';
import type { LevelMap } from './level-map.ts';
import type { Raster } from './raster.ts';

/** What becomes white, as a share of the paper: a little more, so that faint strokes keep their edges. */
const clear = 1.04;

/** Darkest paper that is made white, so that what lies beside the paper stays dark. */
const darkestPaper = 60;

/** How light paper and ink are, place by place; `ink` as on a picture whose paper is white. */
export interface Light {
  paper: LevelMap;
  ink?: LevelMap;
}

/** A grey picture with its paper made white everywhere and, when the map of the ink is given, its ink black everywhere. */
export function evenOut({ width, height, data, dpi }: Raster, { paper, ink }: Light): Raster {
  const even = new Uint8Array(width * height);
  const papers = new Float32Array(width);
  const inks = new Float32Array(width);
  const white = ink === undefined ? 1 : clear;
  for (let y = 0, at = 0; y < height; y++) {
    levelsOfRow(paper, y, papers);
    if (ink !== undefined) levelsOfRow(ink, y, inks);
    for (let x = 0; x < width; x++, at++) {
      const black = inks[x]! / 255;
      const value = (255 * (data[at]! / Math.max(darkestPaper, papers[x]!) - black)) / (white - black);
      even[at] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
  return { width, height, channels: 1, data: even, dpi };
}

/** The same maps for a picture that is `factor` times as large. */
export function enlarged({ paper, ink }: Light, factor: number): Light {
  const enlarge = (map: LevelMap): LevelMap => ({ ...map, cell: map.cell * factor });
  return { paper: enlarge(paper), ...(ink !== undefined && { ink: enlarge(ink) }) };
}
