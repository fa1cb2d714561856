/** What a cell of a table says. */
export type CellKind = 'label' | 'number' | 'word' | 'prose';

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** Words and numbers that mean nothing. */
export class MadeUpWords {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  cell(kind: CellKind): string {
    if (kind === 'number') return this.#number();
    const most = { label: 4, word: 2, prose: 9 }[kind];
    return capital(Array.from({ length: this.#whole(1, most) }, () => this.word()).join(' '));
  }

  word(): string {
    return Array.from({ length: this.#whole(1, 3) }, () => syllables[this.#whole(0, syllables.length - 1)] ?? '').join('');
  }

  #number(): string {
    const value = Math.floor(10 ** (6 * this.#random()));
    const style = this.#whole(0, 3);
    if (style === 0) return `${Math.min(value, 100)}.${this.#whole(0, 9)}%`;
    return style === 1 ? (value / 100).toFixed(2) : value.toLocaleString('en-US');
  }

  #whole(from: number, to: number): number {
    return from + Math.floor((to + 1 - from) * this.#random());
  }
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
