/** Pixels of an image that is decoded where only text is wanted: text needs none, and no image bomb can go off. */
export const noImages = 1;

/** Pixels of an image that is decoded for a picture of its page: a sheet of A3 at 600 dpi, which takes 210 MB in colour. Larger ones are left out. */
export const largestImage = 72_000_000;

/** Longest side of a canvas, in pixels. */
export const longestSide = 32_767;

/**
 * Tells pdf.js how large a picture may be. It finds that out by trying canvases of a kind that only browsers have, and takes 2048 pixels a side where there
 * are none: every larger JPEG 2000 image, and so every such scan, would lose half of its resolution without a word.
 */
export function allowLargeImages(): void {
  Object.assign(globalThis, { OffscreenCanvas: CanvasToTry });
}

/** As much of an `OffscreenCanvas` as it takes to be tried out. Nothing is ever drawn on one: that it may be is an option of its own, and off in Node. */
class CanvasToTry {
  readonly #fits: boolean;

  constructor(width: number, height: number) {
    this.#fits = Math.max(width, height) <= longestSide;
  }

  getContext(): { fillRect(): void; getImageData(): { data: number[] } } {
    return { fillRect: () => undefined, getImageData: () => ({ data: [0, 0, 0, this.#fits ? 255 : 0] }) };
  }
}
