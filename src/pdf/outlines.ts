import type { Box } from '../model/page.ts';
import type { Matrix } from './paint-state.ts';

/** Numbers that follow each step of a path as pdf.js packs it: move, line, curve, quadratic curve, close. */
const numbersOf = [2, 2, 6, 4, 0];

/** Steps of a figure below which it is a rule, a rectangle or an arrow. */
const fewSteps = 6;

/** Figures of a path that may be letters drawn as outlines: neither rules nor rectangles. `bounds` are those of the path as pdf.js gives them. */
export function countFigures(path: Float32Array): number {
  let [figures, steps] = [0, 0];
  const end = (): void => {
    if (steps >= fewSteps) figures++;
    steps = 0;
  };
  for (let at = 0; at < path.length; at += 1 + (numbersOf[path[at]!] ?? 0)) {
    const kind = path[at]!;
    if (kind === 0) end();
    else if (kind < 4) steps += kind === 1 ? 1 : 2;
  }
  end();
  return figures;
}

/** The box of a path on the page. */
export function placeBounds(
  [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: ArrayLike<number> & Iterable<number>,
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
): Box {
  const xs = [a * x0 + c * y0 + e, a * x1 + c * y0 + e, a * x0 + c * y1 + e, a * x1 + c * y1 + e];
  const ys = [b * x0 + d * y0 + f, b * x1 + d * y0 + f, b * x0 + d * y1 + f, b * x1 + d * y1 + f];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
