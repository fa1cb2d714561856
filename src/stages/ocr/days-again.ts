import { turned } from '../../image/affine.ts';
import { crop } from '../../image/crop.ts';
import { montage } from '../../image/montage.ts';
import type { Raster } from '../../image/raster.ts';
import { resample } from '../../image/resample.ts';
import type { OcrEngine, ReadLine, ReadWord } from './engine.ts';

/** Days on a page that are read again; a list of bookings has a date on every line, and other ways to be checked. */
const mostDays = 6;

/**
 * Reads numeric dates of a page that was read a second time, each for itself, with nothing but digits and the marks between them to choose from, in several sizes. A wrong
 * digit of a date is seen by nobody: it makes another date, no dictionary and no sum knows better, and the engine is sure of it. `raster` is the picture that was read.
 */
export async function readDaysAgain(
  raster: Raster,
  lines: readonly ReadLine[],
  engine: OcrEngine,
  languages: readonly string[],
): Promise<ReadLine[]> {
  if (!engine.readsDigits) return [...lines];
  const words = lines.flatMap((line) => line.words);
  const settled = new Map<ReadWord, ReadWord>();
  for (const word of words.filter(({ text }) => looksLikeDay(text)).slice(0, mostDays)) {
    const readings: string[] = [];
    for (const picture of picturesOf(raster, word)) {
      const read = await engine.recognise(picture, { languages, segmentation: 'digits' });
      readings.push(read.flatMap((line) => line.words.map(({ text }) => text)).join(''));
    }
    settled.set(word, settledBy(word, readings));
  }
  return lines.map((line) => ({ ...line, words: line.words.map((word) => settled.get(word) ?? word) }));
}

/** Three groups with the same mark between them, digits but for two at the most that may have been misread. */
function looksLikeDay(text: string): boolean {
  const groups = /^([\p{L}\p{N}¢]{1,4})([-/.])([\p{L}\p{N}¢]{1,2})\2([\p{L}\p{N}¢]{2,4})$/u.exec(text);
  const digits = text.replace(/\D/g, '').length;
  return groups !== null && digits >= 4 && digits >= text.length - 4;
}

/** Heights in pixels at which it is read: recognition errs differently at each. */
const heights = [36, 44, 52, 60];
/** Around the date, in its height: what belongs to it, and white. */
const margin = { own: 0.15, white: 0.5 };

function picturesOf(raster: Raster, { box: [x0, y0, x1, y1] }: ReadWord): Raster[] {
  const own = margin.own * (y1 - y0);
  const cut = crop(raster, [x0 - own, y0 - own, x1 + own, y1 + own]);
  return heights.map((height) => {
    const scaled = resample(cut, turned(cut.width, cut.height, 0, height / cut.height));
    const white = Math.round(margin.white * height);
    const [width, full] = [scaled.width + 2 * white, scaled.height + 2 * white];
    return { ...montage(width, full, 1, [{ picture: scaled, left: white, top: white, window: [0, 0, width, full] }]), dpi: usualDpi };
  });
}

/** At this resolution the heights are those of type of ten points and more. */
const usualDpi = 300;

/** The context of its line helped the first reading, so only readings that all say the same outvote it. */
function settledBy(word: ReadWord, readings: readonly string[]): ReadWord {
  const [again = ''] = readings;
  return again !== word.text && canBeDay(again) && readings.every((reading) => reading === again) ? { ...word, text: again } : word;
}

/** In any order of day, month and year; documents are of this century or of the end of the last. */
function canBeDay(text: string): boolean {
  const [, first = '', , second = '', third = ''] = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text) ?? [];
  const [year, other] = first.length === 4 ? [first, third] : [third, first];
  if (year === '' || other.length > 2 || (year.length === 4 && !/^(?:19[5-9]|20[0-4])/.test(year))) return false;
  const [a, b] = [Number(other), Number(second)];
  return a > 0 && b > 0 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
}
