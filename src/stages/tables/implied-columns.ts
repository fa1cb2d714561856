import type { Web } from './edges.ts';
import type { Lattice, Region } from './lattice.ts';
import type { InkWord } from './page-ink.ts';
import { wordsOf } from './region-words.ts';
import { textRows } from './text-rows.ts';

/** In heights of the type: words that stand closer belong together. */
const phraseGap = 0.7;
const figureGap = 0.35;
/** Share of the height that a rule must cover for the cells without it to be spans; else it is drawn only where it seemed needed. */
const mostlyDrawn = 0.5;
/** Share of the rows that reach over a place, which must have text apart on both of its sides, for it to part the others too. */
const mostlyParted = 0.5;
/** Fewer rows than this show no column. */
const leastRows = 3;
/** In heights of the type: the white space that parts columns where nothing is drawn. */
const channelWidth = 1;

/**
 * Adds the columns that a grid leaves to the eye: where upright rules stop below the header, where level rules are pieced together,
 * and where white space runs down through all rows of a column.
 */
export function withImpliedColumns(lattice: Lattice, words: readonly InkWord[], web: Web, snap: number): Lattice {
  let grid = lattice;
  const added = [...jointsOf(web, grid.xs, snap), ...channelsOf(grid, wordsOf(grid.regions, grid.xs, grid.ys, words))].sort((a, b) => a - b);
  const apart = added.filter((x, at) => x - (added[at - 1] ?? -Infinity) > 2 * snap);
  if (apart.length > 0) grid = widen(grid, apart);
  if (grid.regions.every((region) => region.column_span === 1)) return grid;
  const held = wordsOf(grid.regions, grid.xs, grid.ys, words);
  const parted = grid.xs.flatMap((x, at): Parting[] => (isParted(grid, at, held) ? [{ at, x, drawn: (grid.drawn[at] ?? 0) >= mostlyDrawn }] : []));
  return dropUnused({ ...grid, regions: grid.regions.flatMap((region) => divide(region, parted, held.get(region) ?? [])) });
}

/** A place between columns that parts cells which no rule parts there. */
interface Parting {
  at: number;
  x: number;
  /** Most other cells have a rule there. */
  drawn: boolean;
}

/** Level rules that are pieced together at one place, two of them or more. */
function jointsOf(web: Web, xs: readonly number[], snap: number): number[] {
  const joints = web.horizontal.flatMap((rule) => rule.joints).sort((a, b) => a - b);
  return joints.filter((x, at) => (joints[at + 1] ?? Infinity) - x <= snap && xs.every((known) => Math.abs(known - x) > 2 * snap));
}

/** White space that runs through the rows of a column, with text on both sides of it. */
function channelsOf({ xs, regions }: Lattice, held: Map<Region, InkWord[]>): number[] {
  const channels: number[] = [];
  for (let column = 0; column + 1 < xs.length; column++) {
    const cells = regions.filter((region) => region.column === column && region.column_span === 1).map((region) => held.get(region) ?? []);
    const filled = cells.filter((words) => words.length > 0);
    if (filled.length >= leastRows) channels.push(...channelsIn(filled));
  }
  return channels;
}

function channelsIn(cells: readonly InkWord[][]): number[] {
  const size = Math.max(...cells.flat().map((word) => word.size));
  const spans = cells.flatMap((words) => words.map(({ box }) => [box[0], box[2]] as const)).sort((a, b) => a[0] - b[0]);
  const found: number[] = [];
  let end = spans[0]?.[1] ?? 0;
  for (const [from, to] of spans) {
    if (from - end >= channelWidth * size && partsMost(cells, (from + end) / 2)) found.push((from + end) / 2);
    end = Math.max(end, to);
  }
  return found;
}

/** A word or number stands on both sides in most rows; a sign alone, such as of a currency, is no column. */
function partsMost(cells: readonly InkWord[][], x: number): boolean {
  const both = cells.filter((words) => {
    const left = words.filter(({ box }) => box[2] <= x);
    return left.length < words.length && left.some(({ text }) => /[\p{L}\p{N}]{2}|\p{N}/u.test(text));
  });
  return both.length >= leastRows && both.length >= mostlyParted * cells.length;
}

/** Adds places between columns; every region stays what it is, over more columns. */
function widen(lattice: Lattice, added: readonly number[]): Lattice {
  const { xs, regions, drawn } = lattice;
  const finer = [...xs, ...added].sort((a, b) => a - b);
  const places = xs.map((x) => finer.indexOf(x));
  const moved = regions.map((region) => {
    const column = places[region.column] ?? 0;
    return { ...region, column, column_span: (places[region.column + region.column_span] ?? 0) - column };
  });
  return { ...lattice, xs: finer, regions: moved, drawn: finer.map((x) => (xs.includes(x) ? (drawn[xs.indexOf(x)] ?? 0) : 0)) };
}

/** Do most rows that reach over this place have text apart on both of its sides? */
function isParted({ xs, regions }: Lattice, at: number, held: Map<Region, InkWord[]>): boolean {
  const across = regions.filter(({ column, column_span }) => column < at && column + column_span > at);
  const filled = across.map((region) => held.get(region) ?? []).filter((words) => words.length > 0);
  const both = filled.filter((words) => sidesAt(words, xs[at] ?? 0) === 'both');
  return both.length > 0 && both.length >= mostlyParted * filled.length;
}

/** Where the words of a cell stand to a place: on both sides, apart; on one; or across it. */
function sidesAt(words: readonly InkWord[], x: number): 'left' | 'right' | 'both' | 'across' {
  let [left, right] = [false, false];
  for (const row of textRows(words)) {
    for (const [at, { box, size }] of row.words.entries()) {
      const overhang = 0.1 * size;
      if (box[0] < x - overhang && box[2] > x + overhang) return 'across';
      const next = row.words[at + 1];
      if (next !== undefined && box[2] <= x + overhang && next.box[0] >= x - overhang && next.box[0] - box[2] < gapFor(row.words[at]!, next))
        return 'across';
      if ((box[0] + box[2]) / 2 < x) left = true;
      else right = true;
    }
  }
  return left && right ? 'both' : left ? 'left' : 'right';
}

/** Two figures that stand beside each other are apart where words would belong together. */
function gapFor(a: InkWord, b: InkWord): number {
  return (/^[\d.,]+$/.test(a.text) && /^[\d.,]+$/.test(b.text) ? figureGap : phraseGap) * a.size;
}

/** Divides a cell at the places that part it, unless its text lies across. Where a rule is the custom, only a piece of it that was lost is made good. */
function divide(region: Region, parted: readonly Parting[], words: readonly InkWord[]): Region[] {
  const end = region.column + region.column_span;
  const cuts = parted.filter(({ at, x, drawn }) => {
    if (at <= region.column || at >= end) return false;
    const sides = words.length === 0 ? 'none' : sidesAt(words, x);
    return drawn ? sides === 'both' : sides !== 'across';
  });
  const places = [region.column, ...cuts.map(({ at }) => at), end];
  return places.slice(1).map((to, at) => ({ ...region, column: places[at] ?? 0, column_span: to - (places[at] ?? 0) }));
}

/** Takes out places at which no cell begins. */
function dropUnused(lattice: Lattice): Lattice {
  const { xs, regions, drawn } = lattice;
  const used = new Set([0, xs.length - 1, ...regions.map((region) => region.column)]);
  const kept = xs.flatMap((_, at) => (used.has(at) ? [at] : []));
  const moved = regions.map((region) => {
    const column = kept.indexOf(region.column);
    return { ...region, column, column_span: kept.indexOf(region.column + region.column_span) - column };
  });
  return { ...lattice, xs: kept.map((at) => xs[at] ?? 0), regions: moved, drawn: kept.map((at) => drawn[at] ?? 0) };
}
