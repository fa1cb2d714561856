import type { Edge } from '../../model/drawing.ts';
import type { Placed, PlacedBand } from './columns-place.ts';
import { middleOf } from './rows-bands.ts';

/** Where the cells of a column start and end. */
export interface ColumnExtent {
  x0: number;
  x1: number;
}

/** In heights of the type: how far off the middle of its columns a heading may stand. */
const offCentre = 0.8;
/** In heights of the type: how far below a heading the rule stands that shows its columns. */
const underline = 1.1;

/** Where the columns' own cells stand. */
export function extentsOf(bands: readonly PlacedBand[], columns: number): ColumnExtent[] {
  const extents = Array.from({ length: columns }, () => ({ x0: Infinity, x1: -Infinity }));
  for (const piece of bands.flatMap((band) => band.pieces)) {
    const extent = extents[piece.first];
    if (piece.first !== piece.last || extent === undefined) continue;
    extent.x0 = Math.min(extent.x0, piece.x0);
    extent.x1 = Math.max(extent.x1, piece.x1);
  }
  return extents;
}

/** Gives headings the columns that a rule below them shows, or else over whose middle they stand. */
export function spanned(band: PlacedBand, extents: readonly ColumnExtent[], partial: readonly Edge[]): PlacedBand {
  const own = partial.filter(({ from, to }) => band.pieces.filter((piece) => Math.min(to, piece.x1) > Math.max(from, piece.x0)).length === 1);
  const pieces = band.pieces.map((piece) => underRule(piece, extents, own) ?? piece);
  const ruled = pieces.some((piece, at) => piece !== band.pieces[at]);
  if (ruled) return { ...band, pieces: withoutOverlap(pieces, band.pieces) };
  const centred = pieces.map((piece, at) =>
    overMiddle(piece, extents, (pieces[at - 1]?.last ?? -1) + 1, (pieces[at + 1]?.first ?? extents.length) - 1),
  );
  const labels = centred.filter((piece) => piece.first > 0);
  const regular = labels.length > 1 && labels.every((piece) => piece.last > piece.first && widthOf(piece) === widthOf(labels[0] ?? piece));
  return {
    ...band,
    pieces: withoutOverlap(
      pieces.map((piece, at) => (regular || piece.last > piece.first ? (centred[at] ?? piece) : piece)),
      band.pieces,
    ),
  };
}

function widthOf({ first, last }: Placed): number {
  return last - first + 1;
}

function underRule(piece: Placed, extents: readonly ColumnExtent[], partial: readonly Edge[]): Placed | undefined {
  const rule = partial.find(
    ({ at, from, to }) =>
      at > middleOf(piece) &&
      at < piece.y1 + underline * piece.size &&
      Math.min(to, piece.x1) - Math.max(from, piece.x0) > 0.5 * (piece.x1 - piece.x0),
  );
  if (rule === undefined) return undefined;
  const under = extents.flatMap(({ x0, x1 }, column) => (Math.min(rule.to, x1) - Math.max(rule.from, x0) > 0.5 * (x1 - x0) ? [column] : []));
  const [first, last] = [under[0], under.at(-1)];
  return first === undefined || last === undefined ? undefined : { ...piece, first, last };
}

/** Widens a piece, within the columns that are free about it, to those whose common middle is its own. */
function overMiddle(piece: Placed, extents: readonly ColumnExtent[], from: number, to: number): Placed {
  let best = { error: offCentre * piece.size, first: piece.first, last: piece.last };
  for (let first = from; first <= piece.first; first++) {
    for (let last = Math.max(piece.last, first + 1); last <= to; last++) {
      const middle = ((extents[first]?.x0 ?? Infinity) + (extents[last]?.x1 ?? Infinity)) / 2;
      const error = Math.abs(middle - (piece.x0 + piece.x1) / 2);
      if (error < best.error) best = { error, first, last };
    }
  }
  return { ...piece, first: best.first, last: best.last };
}

/** Widened headings that took columns of their neighbours keep to their own. */
function withoutOverlap(pieces: readonly Placed[], own: readonly Placed[]): Placed[] {
  const clash = pieces.some((piece, at) => at > 0 && (pieces[at - 1]?.last ?? -1) >= piece.first);
  return clash ? [...own] : [...pieces];
}
