import { gapBetween, sameLine } from './segments.ts';
import type { Segment } from './segments.ts';

/** Formulas and labels step up and down within this many heights of the type. */
const smallStep = 4;
/** More such steps than this share, and the file draws in no order at all. */
const mostSmallSteps = 0.15;

/**
 * Parts segments, given in the order in which the file draws them, where that order goes back up the page. Going up is only
 * reading on when a new column starts there, or when it is a small step as formulas make them.
 */
export function monotoneParts(segments: readonly Segment[]): Segment[][] {
  const steps = segments.map((segment, at) => stepBack(segments[at - 1], segment));
  const tolerant = steps.filter((step) => step === 'small').length <= Math.max(2, mostSmallSteps * segments.length);
  const parts: Segment[][] = [];
  segments.forEach((segment, at) => {
    const part = parts.at(-1);
    if (part === undefined || steps[at] === 'large' || (steps[at] === 'small' && !tolerant)) parts.push([segment]);
    else part.push(segment);
  });
  return parts;
}

function stepBack(a: Segment | undefined, b: Segment): 'none' | 'small' | 'large' {
  if (a === undefined) return 'none';
  const size = Math.max(a.size, b.size);
  if (gapBetween(a, b, a.rtl) >= -size) return 'none';
  if (!sameLine(a, b) && (b.top >= a.top || b.bottom >= a.bottom - 0.5 * size)) return 'none';
  return a.bottom - b.bottom <= smallStep * size ? 'small' : 'large';
}
