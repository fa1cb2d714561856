import type { InkMask } from './ink-mask.ts';
import { findStreaks } from './long-runs.ts';
import type { Streak } from './long-runs.ts';

/** A rule along the rows of a mask, in pixels. */
export interface Piece {
  /** Columns. */
  from: number;
  to: number;
  /** Pixels of its length that are ink. */
  covered: number;
  /** The row of its middle line. */
  at: number;
  thickness: number;
}

/**
 * Finds the rules along the rows of a mask from which all that is thick has been taken, broken ones joined. `point` is the pixels of a point. None are found where there are so many
 * that it is the grain of a photograph.
 */
export function piecesAlong(mask: InkMask, point: number): Piece[] {
  const streaks = findStreaks(mask, { gap: Math.round(faintGap * point), shortest: shortestRun * point });
  const pieces = streaks
    .filter((streak) => isThin(streak, point) && standsAlone(mask, streak, Math.max(1, Math.round(clearance * point))))
    .map(({ from, to, top, bottom, ink }) => ({ from, to, covered: to - from + 1, at: (top + bottom) / 2, thickness: ink / (to - from + 1) }));
  if (pieces.length > mostPieces) return [];
  return joined(pieces, point).filter(({ from, to, covered }) => to - from >= shortestPiece * point && covered >= leastCover * (to - from + 1));
}

/** Takes away what is thicker than any rule: fills, photographs, what crosses, and of letters all that stands upright. */
export function clearThick(mask: InkMask, point: number): void {
  const { width, height, data } = mask;
  const most = Math.round(mostThickness * point);
  const thick = new Int32Array(width);
  for (let y = 0, at = 0; y <= height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (y < height && data[at] === 1) thick[x]!++;
      else {
        if (thick[x]! > most) clearColumn(mask, x, y - thick[x]!, y);
        thick[x] = 0;
      }
    }
  }
}

function clearColumn({ width, data }: InkMask, x: number, from: number, to: number): void {
  for (let y = from, at = from * width + x; y < to; y++, at += width) data[at] = 0;
}

// All lengths are in points.

/** Paper within a run, where the ink is faint. */
const faintGap = 0.5;
/** A run in one row; a rule that drifts by a pixel now and then is made of such. */
const shortestRun = 6;
/** A piece that may be part of a rule, or a rule between two others: as high as a row of a dense table. */
const shortestPiece = 9;
/** A rule; what is thicker is a bar. */
const mostThickness = 5;
/** Where a broken rule goes on, or one that is crossed. */
const brokenGap = 5.5;
/** Rules on one line may be off by so much. */
const offLine = 0.8;
/** Where it is looked what stands beside a rule. */
const clearance = 0.6;
/** Shares of its length along which a rule may have ink at its side: crossing rules and letters that touch it, or another rule all along. */
const sparse = 0.35;
const solid = 0.9;
/** Share of the length of a rule that is ink: strokes of letters in rows above each other make less. */
const leastCover = 0.85;
/** Pieces of one way; a page full of tables has hundreds. */
const mostPieces = 4000;

/** A rule that drifts takes up more rows than it is thick. */
function isThin({ from, to, top, bottom, ink }: Streak, point: number): boolean {
  const length = to - from + 1;
  const thickness = ink / length;
  return thickness <= mostThickness * point && bottom - top < mostThickness * point + mostDrift * length && length >= leastSlenderness * thickness;
}

/** Rows for each pixel of length: what is left of the skew. */
const mostDrift = 0.01;
const leastSlenderness = 4;

function standsAlone(mask: InkMask, { from, to, top, bottom }: Streak, distance: number): boolean {
  return [top - distance, bottom + distance].every((row) => {
    if (row < 0 || row >= mask.height) return true;
    let ink = 0;
    for (let x = from, at = row * mask.width + from; x <= to; x++, at++) ink += mask.data[at] ?? 0;
    const share = ink / (to - from + 1);
    return share <= sparse || share >= solid;
  });
}

/** Puts the pieces of broken rules together. */
function joined(pieces: readonly Piece[], point: number): Piece[] {
  const lines: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const before = lines.find((line) => Math.abs(line.at - piece.at) <= Math.max(1, offLine * point) && piece.from - line.to <= brokenGap * point);
    if (before === undefined) lines.push({ ...piece });
    else Object.assign(before, merged(before, piece));
  }
  return lines;
}

function merged(one: Piece, other: Piece): Piece {
  const [a, b] = [one.covered, other.covered];
  const mean = (x: number, y: number): number => (x * a + y * b) / (a + b);
  return {
    from: one.from,
    to: Math.max(one.to, other.to),
    covered: a + b,
    at: mean(one.at, other.at),
    thickness: mean(one.thickness, other.thickness),
  };
}
