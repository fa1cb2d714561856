import type { Line, Page, Word } from '../../src/model/page.ts';

interface Piece {
  words: Word[];
  y: number;
  size: number;
}

/** A page on which texts are put by hand: every letter is half as wide as the type is high, and what stands on one baseline is one line. */
export class PlacedPage {
  readonly #pieces: Piece[] = [];
  readonly page: number;

  constructor(page = 1) {
    this.page = page;
  }

  /** Puts a text with its top at `y`, its left edge at `x`, or its right edge there. */
  put(x: number, y: number, text: string, { size = 10, right = false } = {}): this {
    const letter = size / 2;
    let at = right ? x - text.length * letter : x;
    const words = text.split(' ').flatMap((word): Word[] => {
      const from = at;
      at += (word.length + 1) * letter;
      return word === '' ? [] : [{ text: word, box: [from, y, from + word.length * letter, y + size] }];
    });
    if (words.length > 0) this.#pieces.push({ words, y, size });
    return this;
  }

  done(): Page {
    const rows = Map.groupBy(this.#pieces, ({ y }) => y);
    const lines = [...rows].sort(([a], [b]) => a - b).map(([, pieces]) => lineOf(pieces));
    return { page: this.page, width: 595, height: 842, rotation: 0, method: 'text', text: lines.map(({ text }) => text).join('\n'), lines };
  }
}

function lineOf(pieces: readonly Piece[]): Line {
  const words = pieces.flatMap((piece) => piece.words).sort((a, b) => a.box[0] - b.box[0]);
  const size = Math.max(...pieces.map((piece) => piece.size));
  const tops = words.map(({ box }) => box[1]);
  const ends = words.map(({ box }) => box[3]);
  const box = [words[0]?.box[0] ?? 0, Math.min(...tops), words.at(-1)?.box[2] ?? 0, Math.max(...ends)] as const;
  return { text: words.map(({ text }) => text).join(' '), box, words, size };
}
