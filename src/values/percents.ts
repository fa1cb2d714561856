import { findNumbers } from './numbers.ts';
import type { Finder } from './sighting.ts';

const sign = /^ ?(?:%|(?:percent|per cent|pct|Prozent|pour cent|por ciento|per cento|procent|por cento)(?!\p{L}))/iu;
/** Longer than any sign. */
const reach = 12;

/** Percentages: `19 %` is 19, not 0.19. */
export const findPercents: Finder = (text, setting) =>
  findNumbers(text, setting).flatMap((number) => {
    const raw = sign.exec(text.slice(number.to, number.to + reach))?.[0];
    return raw === undefined ? [] : [{ ...number, kind: 'percent', to: number.to + raw.length }];
  });
