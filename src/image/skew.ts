import type { Component } from './components.ts';

/** Largest skew that is looked for, in degrees. */
const largest = 15;

/** Degrees between two tries: first all over, then around the best. */
const coarse = 0.25;
const fine = 0.02;

/** Fewer letters than this say nothing of an angle. */
const fewest = 12;

/** Lines must stand out from the angles around them at least so much, or there are none. */
const leastContrast = 1.3;

/**
 * The clockwise degrees by which lines of type are off the horizontal, by the feet of their letters: turned the right way, they fall on few baselines,
 * and the sum of the squares of their counts is largest (Baird, The skew angle of printed documents, 1987). 0 when no lines can be made out.
 * `size` is the height of letters in pixels.
 */
export function skewOf(letters: readonly Component[], size: number): number {
  if (letters.length < fewest) return 0;
  const xs = Float64Array.from(letters, ({ left, right }) => (left + right) / 2);
  const ys = Float64Array.from(letters, ({ bottom }) => bottom);
  const tries = range(-largest, largest, coarse).map((angle) => ({ angle, energy: alignment(xs, ys, angle, size / 4) }));
  const best = tries.reduce((a, b) => (b.energy > a.energy ? b : a));
  const usual = tries.map(({ energy }) => energy).sort((a, b) => a - b)[tries.length >> 1] ?? 0;
  if (best.energy < leastContrast * usual) return 0;
  const near = range(best.angle - coarse, best.angle + coarse, fine).map((angle) => ({ angle, energy: alignment(xs, ys, angle, size / 8) }));
  const peak = near.reduce((a, b) => (b.energy > a.energy ? b : a));
  // The energies around the peak are rugged; their centre of mass is not.
  const crest = near.filter(({ energy }) => energy > crestShare * peak.energy);
  const mass = crest.reduce((sum, { energy }) => sum + energy, 0);
  return crest.reduce((sum, { angle, energy }) => sum + angle * energy, 0) / mass;
}

const crestShare = 0.9;

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}

/** Counts points on lines of the angle, a bin of `bin` pixels each. */
function alignment(xs: Float64Array, ys: Float64Array, degrees: number, bin: number): number {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const counts = new Map<number, number>();
  for (let i = 0; i < xs.length; i++) {
    const place = Math.floor((ys[i]! * cos - xs[i]! * sin) / bin);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  let energy = 0;
  for (const count of counts.values()) energy += count * count;
  return energy;
}
