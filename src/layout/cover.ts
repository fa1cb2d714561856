import type { Box } from '../model/page.ts';

/** Cells along each side of the page: of an A4 page they are 6 by 8 points, which a line of small type still fills. */
const cells = 100;

/** Which parts of a page are covered by boxes, however they overlap. */
export class Cover {
  #covered = new Uint8Array(cells * cells);
  readonly #width: number;
  readonly #height: number;

  constructor(page: { width: number; height: number }, boxes: readonly Box[] = []) {
    this.#width = page.width;
    this.#height = page.height;
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    const { left, top, right, bottom } = this.#cellsOf(box);
    for (let row = top; row < bottom; row++) this.#covered.fill(1, row * cells + left, row * cells + right);
  }

  /** Share of the page that is covered, or of a part of it. */
  share(part: Box = [0, 0, this.#width, this.#height]): number {
    const { left, top, right, bottom } = this.#cellsOf(part);
    let covered = 0;
    for (let row = top; row < bottom; row++) for (let column = left; column < right; column++) covered += this.#covered[row * cells + column]!;
    const all = (right - left) * (bottom - top);
    return all > 0 ? covered / all : 0;
  }

  /** The cells whose middle lies within a box, and at least one. */
  #cellsOf([x0, y0, x1, y1]: Box): { left: number; top: number; right: number; bottom: number } {
    const [left, right] = spanOf(x0 / this.#width, x1 / this.#width);
    const [top, bottom] = spanOf(y0 / this.#height, y1 / this.#height);
    return { left, top, right, bottom };
  }
}

function spanOf(from: number, to: number): [first: number, end: number] {
  const first = bounded(Math.round(from * cells), 0, cells - 1);
  return [first, bounded(Math.round(to * cells), first + 1, cells)];
}

/** Also of what is no number. */
function bounded(value: number, least: number, most: number): number {
  return value >= least ? Math.min(value, most) : least;
}
