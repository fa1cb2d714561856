import type { Turn } from '../../image/affine.ts';
import { findComponents } from '../../image/components.ts';
import type { Component } from '../../image/components.ts';
import { enlarged, evenOut } from '../../image/even-out.ts';
import type { Light } from '../../image/even-out.ts';
import { inkLevels } from '../../image/ink-levels.ts';
import { inkMask } from '../../image/ink-mask.ts';
import { paperLevels } from '../../image/paper-levels.ts';
import type { Raster } from '../../image/raster.ts';
import { shrink } from '../../image/shrink.ts';
import { skewOf } from '../../image/skew.ts';
import { smooth } from '../../image/smooth.ts';
import { runsDown } from './direction.ts';
import type { Segmentation } from './engine.ts';
import { segmentationFor } from './segmentation.ts';

/** What a page looks like before it is read; lengths in pixels of the page, boxes in its coordinates. */
export interface Look {
  light: Light;
  /** Pieces of ink of the size of letters. */
  letters: Component[];
  /** Height of capital letters, or of most of the letters; 0 when there are none. */
  size: number;
  /** How far the page must be turned for its lines to run across, upside down or not. */
  turn: Turn;
  /** Clockwise degrees by which its lines are off, once it is turned. */
  skew: number;
  segmentation: Segmentation;
}

/** Pixels that are looked at: an A4 page at 150 dpi. */
const enoughPixels = 2_600_000;

/** Looks at a small copy of the page, which takes a twentieth of the time of reading it. */
export function lookAt(grey: Raster): Look {
  const factor = Math.max(1, Math.ceil(Math.sqrt((grey.width * grey.height) / enoughPixels)));
  // A small copy has its noise averaged out by itself.
  const small = factor === 1 ? smooth(grey) : shrink(grey, factor);
  const paper = paperLevels(small, cellOf(small));
  const flat = evenOut(small, { paper });
  const ink = inkLevels(flat, inkMask(flat, window, faint), 2 * cellOf(small));
  const dark = evenOut(small, { paper, ink }).data.map((value) => (value < 128 ? 1 : 0));
  const pieces = findComponents({ width: small.width, height: small.height, data: dark });
  const turn = runsDown(pieces.filter(looksLikeType)) ? 90 : 0;
  const upright = turn === 0 ? pieces : pieces.map((piece) => onItsSide(piece, small.height));
  const size = letterSize(upright);
  const isLetter = upright.map((piece) => looksLikeType(piece) && heightOf(piece) >= smallest * size && heightOf(piece) <= largest * size);
  const letters = upright.filter((_, at) => isLetter[at]);
  return {
    light: enlarged({ paper, ink }, factor),
    letters: pieces.filter((_, at) => isLetter[at]).map((piece) => times(piece, factor)),
    size: size * factor,
    turn,
    skew: skewOf(letters, size),
    segmentation: segmentationFor(letters, size),
  };
}

/** Half the window, and the k, with which ink is told from paper when it may be faint. */
const window = 15;
const faint = 0.1;

/** Cells of the map of the paper are larger than letters, and small enough for a fold. */
function cellOf({ width, height }: Raster): number {
  return Math.max(24, Math.round(Math.min(width, height) / 40));
}

function letterSize(pieces: readonly Component[]): number {
  const heights = pieces.filter(looksLikeType).map(heightOf);
  return heights.length < fewestLetters ? 0 : heights.sort((a, b) => a - b)[Math.floor(heights.length * 0.75)]!;
}

const fewestLetters = 5;

/** Heights of letters as shares of that of capitals. */
const smallest = 0.4;
const largest = 2.5;

function looksLikeType(piece: Component): boolean {
  const [width, height] = [widthOf(piece), heightOf(piece)];
  return height >= 5 && height <= 150 && width >= 2 && width < 5 * height && height < 8 * width && piece.ink > 0.1 * width * height;
}

function widthOf({ left, right }: Component): number {
  return right - left + 1;
}

function heightOf({ top, bottom }: Component): number {
  return bottom - top + 1;
}

/** As it lies after the page was turned clockwise by a quarter. */
function onItsSide({ left, top, right, bottom, ink }: Component, height: number): Component {
  return { left: height - 1 - bottom, top: left, right: height - 1 - top, bottom: right, ink };
}

function times({ left, top, right, bottom, ink }: Component, factor: number): Component {
  return {
    left: left * factor,
    top: top * factor,
    right: (right + 1) * factor - 1,
    bottom: (bottom + 1) * factor - 1,
    ink: ink * factor * factor,
  };
}
