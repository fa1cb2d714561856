import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix } from './paint-state.ts';

/** Where the lines of a text object begin (ISO 32000-1, 9.4.2); how far the characters of a line reach is left out. */
export class TextCursor {
  #line: Matrix = [1, 0, 0, 1, 0, 0];
  #leading = 0;

  step(operator: number, args: readonly unknown[]): void {
    if (operator === OPS.beginText) this.#line = [1, 0, 0, 1, 0, 0];
    else if (operator === OPS.setTextMatrix) this.#line = Array.from(args[0] as ArrayLike<number>);
    else if (operator === OPS.setLeading) this.#leading = -Number(args[0]);
    else if (operator === OPS.nextLine) this.#move(0, this.#leading);
    else if (operator === OPS.moveText) this.#move(Number(args[0]), Number(args[1]));
    else if (operator === OPS.setLeadingMoveText) {
      this.#leading = Number(args[1]);
      this.#move(Number(args[0]), Number(args[1]));
    }
  }

  /** Where the line begins under the matrix of the page. */
  at(matrix: Matrix): readonly [x: number, y: number] {
    const [, , , , x = 0, y = 0] = Util.transform([...matrix], [...this.#line]) as number[];
    return [x, y];
  }

  #move(x: number, y: number): void {
    this.#line = Util.transform([...this.#line], [1, 0, 0, 1, x, y]) as Matrix;
  }
}
