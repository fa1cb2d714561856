import { inkMask } from './ink-mask.ts';
import type { Raster } from './raster.ts';
import { clearThick, piecesAlong } from './rule-pieces.ts';
import { standsOut } from './ruling-contrast.ts';
import type { Ruling } from './ruling.ts';
import { straighten } from './straight-mask.ts';

/**
 * Finds the rules of a grey picture: long thin stretches of ink that stand alone, across and down, also where they are broken or drift; and light ones between dark
 * cells. `skew` is by how many degrees the page is turned clockwise, up to about 3. Letters, shading and photographs are no rules: their ink is short, thick, or crowded.
 */
export function findRulings(grey: Raster, skew = 0): Ruling[] {
  const slope = Math.tan((skew * Math.PI) / 180);
  const dark = darkRulings(grey, slope);
  return isShaded(grey) ? [...dark, ...darkRulings(inverted(grey), slope)] : dark;
}

function darkRulings(grey: Raster, slope: number): Ruling[] {
  const point = grey.dpi / 72;
  const mask = inkMask(grey, Math.round(windowRadius * point), faintness);
  const ways = (['h', 'v'] as const).map((way) => {
    const { mask: straight, placeOf } = straighten(mask, way, slope);
    clearThick(straight, point);
    return piecesAlong(straight, point)
      .map(({ from, to, at, thickness }): Ruling => ({ way, start: placeOf(from, at), end: placeOf(to, at), thickness }))
      .filter((ruling) => standsOut(grey, ruling));
  });
  const long = ways.map((rulings) => rulings.filter((ruling) => lengthOf(ruling) >= longest * point));
  return ways.flatMap((rulings, way) => {
    const crossing = long[1 - way] ?? [];
    return rulings.filter((ruling) => lengthOf(ruling) >= longest * point || [ruling.start, ruling.end].every((tip) => meets(tip, crossing, point)));
  });
}

/** Whether there is ground between black and white, where light rules may be. */
function isShaded({ data }: Raster): boolean {
  let shaded = 0;
  for (let at = 0; at < data.length; at += sampling) if (data[at]! > darkest && data[at]! < lightest) shaded++;
  return shaded > (leastShading * data.length) / sampling;
}

/** One pixel of so many is looked at. */
const sampling = 7;
const darkest = 32;
const lightest = 235;
/** Share of the page; the edges of letters alone make less. */
const leastShading = 0.06;

function inverted(grey: Raster): Raster {
  return { ...grey, data: grey.data.map((value) => 255 - value) };
}

// All lengths are in points.

/** The window in which ink is told from paper: wider than any rule is thick. */
const windowRadius = 7;
/** As Sauvola takes it. */
const faintness = 0.1;
/** From here on a rule needs no others to end at: no letter has a stroke of this length. */
const longest = 24;
/** Where a rule ends at another. */
const reach = 3;

function lengthOf({ start, end }: Ruling): number {
  return Math.hypot(end[0] - start[0], end[1] - start[1]);
}

/** Whether a tip lies at one of the rules. */
function meets([x, y]: readonly [number, number], rulings: readonly Ruling[], point: number): boolean {
  const near = reach * point;
  return rulings.some(({ way, start, end }) => {
    const [along, across, middle] = way === 'h' ? [x, y, (start[1] + end[1]) / 2] : [y, x, (start[0] + end[0]) / 2];
    const [from, to] = way === 'h' ? [start[0], end[0]] : [start[1], end[1]];
    return along >= from - near && along <= to + near && Math.abs(across - middle) <= near;
  });
}
