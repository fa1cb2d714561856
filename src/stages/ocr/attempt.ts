import type { Turn } from '../../image/affine.ts';
import { crop } from '../../image/crop.ts';
import type { Raster } from '../../image/raster.ts';
import { certainty, evidence } from './certainty.ts';
import type { OcrEngine, ReadLine, ReadWord, Segmentation } from './engine.ts';
import type { Look } from './look.ts';
import { prepare } from './prepare.ts';
import type { Prepared } from './prepare.ts';

/** One way of reading a page, and what came of it. */
export interface Attempt {
  turn: Turn;
  prepared: Prepared;
  lines: ReadLine[];
}

/** Mean confidence below which something may be wrong with the way a page was read. */
const poor = 0.65;

/** Letters that must be there for it to matter. */
const fewestLetters = 20;

/**
 * Reads a page the way it looks to be right, and otherwise only when the outcome is poor: turned round, or cut up the other way. What has more
 * letters that are sure counts.
 */
export async function readPage(grey: Raster, look: Look, engine: OcrEngine, languages: readonly string[]): Promise<Attempt> {
  const read = (raster: Raster, segmentation: Segmentation): Promise<ReadLine[]> => engine.recognise(raster, { languages, segmentation });
  const isTurnedRound = async ({ raster }: Prepared): Promise<boolean> => {
    const sample = fullestBand(raster, look);
    return evidence(wordsOf(await read(turnedRound(sample), 'block'))) > evidence(wordsOf(await read(sample, 'block')));
  };
  const attempt = async (turn: Turn, prepared: Prepared, segmentation: Segmentation): Promise<Attempt> => {
    return { turn, prepared, lines: await read(prepared.raster, segmentation) };
  };
  const prepared = prepare(grey, look, look.turn);
  // Which way a page lies on its side cannot be seen, so it is tried before all of it is read.
  const lying = look.turn !== 0;
  const first =
    lying && (await isTurnedRound(prepared))
      ? await attempt(270, prepare(grey, look, 270), look.segmentation)
      : await attempt(look.turn, prepared, look.segmentation);
  if (look.letters.length < fewestLetters || certainty(wordsOf(first.lines)) >= poor) return first;
  if (!lying && (await isTurnedRound(prepared))) return attempt(180, prepare(grey, look, 180), look.segmentation);
  const second = await attempt(first.turn, first.prepared, look.segmentation === 'page' ? 'block' : 'page');
  return evidence(wordsOf(second.lines)) > evidence(wordsOf(first.lines)) ? second : first;
}

function wordsOf(lines: readonly ReadLine[]): ReadWord[] {
  return lines.flatMap(({ words }) => words);
}

/** Lines of type in the sample that tells which way is up. */
const sampleLines = 12;

/** The band of the page with most ink. */
function fullestBand(raster: Raster, look: Look): Raster {
  const { width, height, data } = raster;
  const band = Math.min(height, Math.max(100, Math.round(sampleLines * 2 * Math.max(look.size, 10))));
  const dark = Array.from({ length: Math.ceil(height / band) }, () => 0);
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at++) if (data[at]! < 128) dark[Math.floor(y / band)]!++;
  const top = dark.indexOf(Math.max(...dark)) * band;
  return crop(raster, [0, top, width, top + band]);
}

function turnedRound(grey: Raster): Raster {
  return { ...grey, data: grey.data.toReversed() };
}
