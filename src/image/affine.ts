/** A mapping of the plane: x′ = ax + cy + e, y′ = bx + dy + f. */
export interface Affine {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

/** Clockwise quarter turns, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** A picture after it was turned: how its points got there, and its size. */
export interface Turned {
  forward: Affine;
  width: number;
  height: number;
}

/** Turns a picture clockwise by `degrees` and scales it, so that all of it lies in the frame, which begins at 0. */
export function turned(width: number, height: number, degrees: number, scale: number): Turned {
  const quarter = degrees % 90 === 0;
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = quarter ? [Math.round(Math.cos(radians)), Math.round(Math.sin(radians))] : [Math.cos(radians), Math.sin(radians)];
  const linear = { a: scale * cos, b: scale * sin, c: -scale * sin, d: scale * cos, e: 0, f: 0 };
  const corners = [apply(linear, 0, 0), apply(linear, width, 0), apply(linear, 0, height), apply(linear, width, height)];
  const [left, top] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))];
  const [right, bottom] = [Math.max(...corners.map(([x]) => x)), Math.max(...corners.map(([, y]) => y))];
  const size = (length: number): number => Math.max(1, Math.round(length));
  return { forward: { ...linear, e: -left, f: -top }, width: size(right - left), height: size(bottom - top) };
}

export function apply({ a, b, c, d, e, f }: Affine, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The way back. The mapping must not flatten the plane. */
export function inverse({ a, b, c, d, e, f }: Affine): Affine {
  const determinant = a * d - b * c;
  return {
    a: d / determinant,
    b: -b / determinant,
    c: -c / determinant,
    d: a / determinant,
    e: (c * f - d * e) / determinant,
    f: (b * e - a * f) / determinant,
  };
}

/** The upright box around a box after the mapping. */
export function applyToBox(mapping: Affine, [x0, y0, x1, y1]: readonly [number, number, number, number]): [number, number, number, number] {
  const corners = [apply(mapping, x0, y0), apply(mapping, x1, y0), apply(mapping, x0, y1), apply(mapping, x1, y1)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
