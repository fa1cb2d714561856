import type { Line, Page, Word } from '../../model/page.ts';

/** A line with those of its words that are to be shown. */
export interface LayerLine {
  line: Line;
  words: Word[];
}

/** Lines with those of their words that were recognised: what the file states itself is there already. */
export function recognised({ method, lines }: Page): LayerLine[] {
  if (method !== 'ocr' && method !== 'mixed') return [];
  return lines.flatMap((line) => {
    const words = line.words.filter(({ text, confidence }) => confidence !== undefined && text.trim() !== '');
    return words.length > 0 ? [{ line, words }] : [];
  });
}
