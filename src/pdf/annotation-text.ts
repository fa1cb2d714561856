import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { scopeClosers } from './operator-kinds.ts';
import type { PageOperators } from './operators.ts';
import { PaintState } from './paint-state.ts';
import type { Item } from './replaced-text.ts';
import { TextCursor } from './text-cursor.ts';

/** Pieces of text that the appearance of each annotation draws, by the object of the annotation; places and lengths in the units of the file. */
export function annotationText({ fnArray, argsArray }: Pick<PageOperators, 'fnArray' | 'argsArray'>): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  let walk: AppearanceWalk | undefined;
  fnArray.forEach((operator, at) => {
    const args = (argsArray[at] ?? []) as unknown[];
    if (operator === OPS.beginAnnotation) {
      walk = new AppearanceWalk();
      found.set(String(args[0]), walk.items);
    }
    walk?.step(operator, args);
    if (operator === OPS.endAnnotation) walk = undefined;
  });
  return found;
}

/** Pieces of one appearance that are read; a value that is drawn letter by letter has some hundreds. */
const mostPieces = 5000;

/** A glyph as pdf.js gives it to be drawn; `width` in thousandths of the size. */
interface Glyph {
  unicode?: unknown;
  width?: unknown;
  isSpace?: boolean;
}

/** Follows the text state (ISO 32000-1, 9.3) through one appearance. */
class AppearanceWalk {
  readonly items: Item[] = [];
  #state = new PaintState([1, 0, 0, 1, 0, 0], [-Infinity, -Infinity, Infinity, Infinity]);
  #cursor = new TextCursor();
  #size = 0;
  #stretch = 1;
  #letterGap = 0;
  #wordGap = 0;

  step(operator: number, args: unknown[]): void {
    if (operator === OPS.showText) this.#show(args[0]);
    else if (operator === OPS.setFont) this.#size = Number(args[1]);
    else if (operator === OPS.setHScale) this.#stretch = Number(args[0]) / 100;
    else if (operator === OPS.setCharSpacing) this.#letterGap = Number(args[0]);
    else if (operator === OPS.setWordSpacing) this.#wordGap = Number(args[0]);
    else if (scopeClosers.has(operator)) this.#state.restore();
    else {
      this.#state.step(operator, args);
      this.#cursor.step(operator, args);
    }
  }

  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs) || this.items.length === mostPieces) return;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = this.#cursor.placeOf(this.#state.matrix);
    let length = 0;
    let str = '';
    for (const glyph of glyphs as unknown[]) {
      length += this.#lengthOf(glyph);
      if (isGlyph(glyph) && typeof glyph.unicode === 'string') str += glyph.unicode;
    }
    this.#cursor.advance(length);
    if (![a, b, c, d, e, f, length, this.#size].every(Number.isFinite)) return;
    const transform = [a * this.#size * this.#stretch, b * this.#size * this.#stretch, c * this.#size, d * this.#size, e, f];
    this.items.push({ str, dir: 'ltr', transform, width: length * Math.hypot(a, b), height: 0, fontName: '', hasEOL: false });
  }

  /** Of a glyph, or of a step between two; in the units of the line. */
  #lengthOf(glyph: unknown): number {
    if (typeof glyph === 'number') return (-glyph / 1000) * this.#size * this.#stretch;
    if (!isGlyph(glyph)) return 0;
    const gap = this.#letterGap + (glyph.isSpace ? this.#wordGap : 0);
    return ((Number(glyph.width ?? 0) / 1000) * this.#size + gap) * this.#stretch;
  }
}

function isGlyph(glyph: unknown): glyph is Glyph {
  return typeof glyph === 'object' && glyph !== null;
}
