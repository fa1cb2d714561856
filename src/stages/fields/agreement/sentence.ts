import type { Prose } from './prose.ts';

/** The sentence that a span stands in, as far as it is near. */
export function sentenceAround(prose: Prose, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const from = Math.max(0, start - reach);
  const before = [...prose.text.slice(from, start).matchAll(sentenceEnd)].at(-1);
  const after = prose.text.slice(end, end + reach).search(sentenceEnd);
  return {
    start: before === undefined ? from : from + before.index + 2,
    end: after < 0 ? Math.min(prose.text.length, end + reach) : end + after + 1,
  };
}

/** Characters: sentences of contracts are long, and a page break may have lost its full stop. */
const reach = 500;

/** A full stop after a word that is no abbreviation, before a word that begins a sentence. */
const sentenceEnd = /(?<=[\p{Ll}\d)”"’']{2})[.](?=["”’']?\s+["“(]?[\p{Lu}\d])/gu;
