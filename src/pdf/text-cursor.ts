import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix } from './paint-state.ts';

/** Where the lines of a text object begin, and how far its characters have come (ISO 32000-1, 9.4.2). */
export class TextCursor {
  #line: Matrix = [1, 0, 0, 1, 0, 0];
  #leading = 0;
  #along = 0;

  step(operator: number, args: readonly unknown[]): void {
    if (operator === OPS.beginText) this.#begin([1, 0, 0, 1, 0, 0]);
    else if (operator === OPS.setTextMatrix) this.#begin(Array.from(args[0] as ArrayLike<number>));
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

  /** Passes characters, by their length in the units of the line. */
  advance(length: number): void {
    this.#along += length;
  }

  /** Brings what is drawn next, were it at the origin, to its place under the matrix of the page. */
  placeOf(matrix: Matrix): Matrix {
    return Util.transform([...matrix], Util.transform([...this.#line], [1, 0, 0, 1, this.#along, 0])) as Matrix;
  }

  #begin(line: Matrix): void {
    this.#line = line;
    this.#along = 0;
  }

  #move(x: number, y: number): void {
    this.#begin(Util.transform([...this.#line], [1, 0, 0, 1, x, y]) as Matrix);
  }
}
