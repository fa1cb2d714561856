/** Pixels for an inch, across and down. */
export interface Resolution {
  across: number;
  down: number;
}

/**
 * The resolution of a picture of `width` × `height` pixels. What its file states is believed from 100 to 4800 dpi in its finer direction: less is what programs
 * and cameras write when they do not know (72, 96). Otherwise it is the one that makes an A4 sheet of it, upright or
 * lying, but no less than 72, so that a small picture stays small.
 */
export function resolutionOf(width: number, height: number, stated: Resolution | undefined): Resolution {
  if (stated !== undefined && believable(stated)) return stated;
  const [short, long] = width < height ? [width, height] : [height, width];
  const dpi = Math.max(72, long / a4.long, short / a4.short);
  return { across: dpi, down: dpi };
}

/** Inches. */
const a4 = { long: 297 / 25.4, short: 210 / 25.4 };

/** A fax has half the resolution down that it has across, or a quarter. */
function believable({ across, down }: Resolution): boolean {
  const [coarse, fine] = across < down ? [across, down] : [down, across];
  return fine >= 100 && fine <= 4800 && coarse >= fine / 4;
}

/** Points, at this resolution. */
export function pointsOf({ width, height, resolution }: { width: number; height: number; resolution: Resolution }): {
  width: number;
  height: number;
} {
  return { width: round((width / resolution.across) * 72), height: round((height / resolution.down) * 72) };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
