import { applyToBox, inverse } from '../../image/affine.ts';
import type { Raster } from '../../image/raster.ts';
import { toGrey } from '../../image/raster.ts';
import type { Finding } from '../../model/finding.ts';
import type { Box, Line } from '../../model/page.ts';
import { readPage } from './attempt.ts';
import { meanConfidence } from './confidence.ts';
import { readDaysAgain } from './days-again.ts';
import type { OcrEngine, PixelBox } from './engine.ts';
import { lookAt } from './look.ts';
import { missedInk } from './missed-ink.ts';
import { withoutNoise } from './noise.ts';
import { placeLines } from './place.ts';

/** What was recognised on a picture. */
export interface Reading {
  /** In reading order, in points from the top left of the picture. */
  lines: Line[];
  /** Mean over the words, each by its length; 0 when there are none. */
  confidence: number;
  /**
   * Of how the picture was read: `dpi` of what was read; `orientation`, the clockwise degrees by which it had to be turned; `skew`, those by which its lines were off
   * after that; `ink_missed`, the share of the ink of letters that lies in no word; `words`.
   */
  metrics: Record<string, number>;
  /** The page is added by whoever knows it. */
  findings: Finding[];
}

/** Prepares a picture, has it recognised and brings the words back to where they stand on it. */
export async function readRaster(raster: Raster, engine: OcrEngine, languages: readonly string[]): Promise<Reading> {
  const grey = toGrey(raster);
  const look = lookAt(grey);
  const { turn, prepared, lines: read } = await readPage(grey, look, engine, languages);
  const recognised = await readDaysAgain(prepared.raster, withoutNoise(read), engine, languages);
  const back = inverse(prepared.forward);
  const toPage = (box: PixelBox): Box => applyToBox(back, box).map((pixels) => (pixels * 72) / grey.dpi) as unknown as Box;
  const lines = placeLines(recognised, toPage, (360 - turn) % 360);
  const words = lines.flatMap((line) => line.words);
  const missed = missedInk(look.letters, prepared.forward, recognised);
  const confidence = meanConfidence(words);
  return {
    lines,
    confidence,
    metrics: {
      dpi: Math.round(grey.dpi * Math.hypot(prepared.forward.a, prepared.forward.b)),
      orientation: turn,
      skew: round(look.skew, 100),
      ink_missed: round(missed, 1000),
      words: words.length,
    },
    findings: findingsOf(confidence, words.length, missed, look.letters.length),
  };
}

/** Mean confidence below which a person should look at a page. */
const lowConfidence = 0.7;

/** Share of the ink, and letters on the page, from which on it matters what was left out. */
const muchMissed = 0.15;
const enoughLetters = 30;

function findingsOf(confidence: number, words: number, missed: number, letters: number): Finding[] {
  const findings: Finding[] = [];
  const warn = (code: string, message: string): void => void findings.push({ code, severity: 'warning', message });
  if (words > 0 && confidence < lowConfidence) {
    warn(
      'ocr.low_confidence',
      `The ${words} words that were recognised are sure by ${percent(confidence)} in the mean; less than ${percent(lowConfidence)} is little.`,
    );
  }
  if (letters >= enoughLetters && missed > muchMissed)
    warn('ocr.missed_ink', `${percent(missed)} of the ink that looks like letters was recognised as no word.`);
  return findings;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
