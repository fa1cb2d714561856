import type { Prose } from '../prose/prose.ts';

/** The sentence that a span stands in, as far as it is near. */
export function sentenceAround(prose: Prose, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const from = Math.max(0, start - reach);
  const before = [...prose.text.slice(from, start).matchAll(sentenceEnd)].at(-1);
  return {
    start: before === undefined ? from : from + before.index + 1,
    end: end + endOfSentence(prose.text.slice(end, end + reach)),
  };
}

/** Characters up to and with the first full stop; all of them where there is none. */
export function endOfSentence(text: string): number {
  const end = text.search(sentenceEnd);
  return end < 0 ? text.length : end + 1;
}

/** Characters: sentences of contracts are long, and a page break may have lost its full stop. */
const reach = 500;

/** A full stop before a word that begins a sentence, unless it is that of an initial or of an abbreviation. */
const sentenceEnd =
  /(?<=[\p{Ll}\d)”"’']{2})(?<![Ss]tr)(?<!(?<!\p{L})(?:[Ii]nc|INC|[Ll]td|[Cc]orp|[Dd]ott|[Ss]ig|[Mm]rs|[Aa]ve|[Nn]os?|[Aa]rt|[Ss]ec))\.(?=["”’']?\s+["“(]?[\p{Lu}\d])/gu;
