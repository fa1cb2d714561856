import { fold } from './fold.ts';
import type { Finder } from './sighting.ts';

const half = String.raw`(?:[ap]\.?m\b\.?)`;
/** Not behind other digits or letters, but for the T of ISO 8601 and a date that it is glued to. */
const start = String.raw`(?:(?<!\d[:.,]?|[a-z])|(?<=\dt)|(?<=[-/.](?:(?:19|20)\d{2}|\d{2})(?=\d{2}:)))`;
const withMinutes = new RegExp(String.raw`${start}(\d{1,2}) ?: ?(\d{2})(?: ?: ?(\d{2}))?(?!\d|:\d)(?:[ \t]?(${half})| uhr\b)?`, 'g');
/** Marks that mean a time only with a word behind them: 18.22 Uhr · 6.30 pm · 18h22 · 18 Uhr · 6 pm */
const withWord = new RegExp(
  String.raw`(?<![\d.,:]|[a-z])(\d{1,2})(?:[.](\d{2})(?:[.](\d{2}))?)?[ \t]?(?:uhr\b|(${half})|(?=[-–—] ?\d{1,2}[.]\d{2} ?uhr\b))`,
  'g',
);
const withHour = /(?<![\d.,:]|[a-z])(\d{1,2}) ?h ?(\d{2})(?!\d|[a-z])()/g;

/** Times of the day, as hh:mm or hh:mm:ss of 24 hours. */
export const findTimes: Finder = (text) => {
  const folded = fold(text);
  return [withMinutes, withWord, withHour].flatMap((pattern) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const [raw, hour, minute, second, part] = match;
      const value = time(Number(hour), minute, second, part);
      return value === undefined ? [] : [{ kind: 'time' as const, value, checks: [], from: match.index, to: match.index + raw.length }];
    }),
  );
};

function time(hour: number, minute = '00', second = '', part = ''): string | undefined {
  const isHalf = part !== '';
  // 13:05 PM is printed by tills that count to 24.
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59 || (isHalf && hour === 0 && part.startsWith('p'))) return undefined;
  const hours = !isHalf || hour > 12 ? hour : (hour % 12) + (part.startsWith('p') ? 12 : 0);
  return [String(hours).padStart(2, '0'), minute, ...(second === '' ? [] : [second])].join(':');
}
