import { fold } from '../../../values/fold.ts';

/** Small letters without accents, plain quotes, dashes and blanks, for text that is searched: a place in it is the same place in the text. */
export function foldProse(text: string): string {
  return fold(text)
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[“”„«»‹›]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s/g, ' ');
}
