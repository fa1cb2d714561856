/** Pixels in memory. */
export interface Picture {
  width: number;
  height: number;
  /** 1: grey; 3: red, green, blue; 4: with alpha. */
  channels: 1 | 3 | 4;
  /** Row by row from the top, channels interleaved; 0 is black, 255 white. */
  data: Uint8Array;
}

/** A picture of a page or of a part of it, on white: a point of the page lies at pixel point × dpi / 72. */
export interface Raster extends Picture {
  /** Pixels for 72 points. */
  dpi: number;
}

/** What recognition and thresholds work on: luma as in ITU-R BT.601, transparent parts on white. A grey picture is handed back as it is. */
export function toGrey<P extends Picture>(picture: P): P {
  if (picture.channels === 1) return picture;
  const { data, channels, width, height } = picture;
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += channels) {
    grey[pixel] = (red * data[at]! + green * data[at + 1]! + blue * data[at + 2]! + half) >> 16;
  }
  if (channels === 4) layOnWhite(grey, data);
  return { ...picture, channels: 1, data: grey };
}

// 0.299, 0.587 and 0.114 as parts of 65536, of which they are the whole: white stays white.
const red = 19595;
const green = 38470;
const blue = 7471;
const half = 32768;

/** `data` has the alpha of each pixel in its fourth channel. */
function layOnWhite(grey: Uint8Array, data: Uint8Array): void {
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const alpha = data[4 * pixel + 3]!;
    if (alpha < 255) grey[pixel] = Math.round((grey[pixel]! * alpha + 255 * (255 - alpha)) / 255);
  }
}
