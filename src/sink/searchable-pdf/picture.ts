/** A picture as it stands in a PDF: packed samples, and what a reader must know to unpack them. */
export interface Picture {
  data: Uint8Array;
  /** Pixels, as stored. */
  width: number;
  height: number;
  bits: number;
  /** Name of a colour space, or a palette of red, green and blue bytes. */
  colours: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK' | { palette: Uint8Array };
  packing: 'DCTDecode' | 'FlateDecode' | 'FlateDecode with PNG predictors';
  /** Samples mean the contrary. */
  inverted?: true;
  /** How it is turned to be displayed, 1 to 8 as in EXIF. */
  orientation: number;
}
