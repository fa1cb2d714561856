import { drawnRaster } from '../test/support/drawn-raster.ts';
import { seededRandom } from '../test/support/random.ts';
import type { Raster } from '../src/image/raster.ts';

const words = (
  'the of and to in that is was for with as on be at by this had not are but from or have an they which one you were all her she there would their ' +
  'report paper river market window letter number office record station account quarter between because government development industry important ' +
  'seventeen delivered machines measured northern opening particular received southern together transport without yesterday'
).split(' ');

export interface ScanTerms {
  dpi: number;
  lines: number;
  seed: number;
}

/** A page of prose as a scanner sees it: about ten words a line, no two pages alike, the same for the same seed. */
export function madeScan({ dpi, lines, seed }: ScanTerms): Raster {
  const random = seededRandom(seed);
  const word = (): string => words[Math.floor(random() * words.length)] ?? '';
  const text = Array.from({ length: lines }, () => Array.from({ length: 10 }, word).join(' ')).map((line) => line.slice(0, 85));
  const raster = drawnRaster(text, { dpi, size: 10.5 });
  // Paper and sensor: grey, and never twice the same.
  return { ...raster, data: raster.data.map((value) => Math.max(0, Math.min(255, value - 12 + Math.round(16 * (random() - 0.5))))) };
}
