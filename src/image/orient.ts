import type { Picture } from './raster.ts';

/** How the rows and columns of a picture lie: first columns become rows, then sides are exchanged. */
export interface Orientation {
  transposed: boolean;
  mirroredAcross: boolean;
  mirroredDown: boolean;
}

/** Turns and mirrors a picture by whole quarters; one that lies right is handed back as it is. */
export function orient(picture: Picture, { transposed, mirroredAcross, mirroredDown }: Orientation): Picture {
  if (!transposed && !mirroredAcross && !mirroredDown) return picture;
  const { width, height, channels, data } = picture;
  const [across, down] = transposed ? [height, width] : [width, height];
  const [stepAcross, stepDown] = transposed ? [width, 1] : [1, width];
  const turned = new Uint8Array(data.length);
  let at = 0;
  for (let y = 0; y < down; y++) {
    const row = (mirroredDown ? down - 1 - y : y) * stepDown;
    for (let x = 0; x < across; x++) {
      const from = (row + (mirroredAcross ? across - 1 - x : x) * stepAcross) * channels;
      for (let channel = 0; channel < channels; channel++) turned[at++] = data[from + channel]!;
    }
  }
  return { width: across, height: down, channels, data: turned };
}
