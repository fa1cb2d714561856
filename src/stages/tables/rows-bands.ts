import type { Phrase } from './unruled-phrase.ts';

/** Phrases on one baseline, from left to right. */
export interface Band {
  phrases: Phrase[];
  y0: number;
  y1: number;
  /** Height of its largest type. */
  size: number;
}

/** In heights of the type: how far the middles of two phrases on one baseline may be apart; notes and other faces shift them. */
const sameBaseline = 0.3;
/** How many bands back a phrase may still belong to: columns with baselines of their own interleave. */
const lookBack = 6;

/** Gathers phrases that stand on one baseline, from the top down. */
export function bandsOf(phrases: readonly Phrase[]): Band[] {
  const bands: Band[] = [];
  for (const phrase of [...phrases].sort((a, b) => middleOf(a) - middleOf(b) || a.x0 - b.x0)) {
    const band = bands.slice(-lookBack).findLast((other) => belongs(other, phrase));
    if (band === undefined) bands.push({ phrases: [phrase], y0: phrase.y0, y1: phrase.y1, size: phrase.size });
    else add(band, phrase);
  }
  for (const band of bands) band.phrases.sort((a, b) => a.x0 - b.x0);
  return bands.sort((a, b) => middleOf(a) - middleOf(b));
}

export function middleOf({ y0, y1 }: { y0: number; y1: number }): number {
  return (y0 + y1) / 2;
}

function belongs(band: Band, phrase: Phrase): boolean {
  if (Math.abs(middleOf(band) - middleOf(phrase)) > sameBaseline * Math.max(band.size, phrase.size)) return false;
  return band.phrases.every((other) => Math.min(other.x1, phrase.x1) - Math.max(other.x0, phrase.x0) <= 0.2 * phrase.size);
}

function add(band: Band, phrase: Phrase): void {
  band.phrases.push(phrase);
  if (phrase.size >= 0.8 * band.size) {
    band.y0 = Math.min(band.y0, phrase.y0);
    band.y1 = Math.max(band.y1, phrase.y1);
  }
  band.size = Math.max(band.size, phrase.size);
}
