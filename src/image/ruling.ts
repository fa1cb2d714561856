/** A straight rule, in pixels: its middle line and its thickness. */
export interface Ruling {
  way: 'h' | 'v';
  /** The left or the upper end. */
  start: readonly [x: number, y: number];
  end: readonly [x: number, y: number];
  thickness: number;
}
