import { gapBetween, sameLine } from './segments.ts';
import type { Segment } from './segments.ts';

/** Formulas and labels step up and down within this many heights of the type. */
const smallStep = 4;
/** More such steps than this share, and the file draws in no order at all. */
const mostSmallSteps = 0.15;

/** In heights of the type: shorter segments are labels and parts of formulas, which follow the prose that they are drawn after. */
const proseLength = 8;
/** Where less than this share of the letters stands in prose, as in forms and tables, every segment counts. */
const leastProse = 0.7;

export interface Part {
  segments: Segment[];
  /** Those that say where the part is. */
  anchors: Segment[];
}

/**
 * Parts segments, given in the order in which the file draws them, where that order goes back up the page. Going up is only
 * reading on when a new column starts there, or when it is a small step as formulas make them.
 */
export function monotoneParts(segments: readonly Segment[]): Part[] {
  const anchors = anchorsOf(segments);
  const steps = new Map(anchors.map((anchor, at) => [anchor, stepBack(anchors[at - 1], anchor)]));
  const small = anchors.filter((anchor) => steps.get(anchor) === 'small').length;
  const tolerant = small <= Math.max(2, mostSmallSteps * anchors.length);
  const parts: Part[] = [];
  for (const segment of segments) {
    const step = steps.get(segment);
    let part = parts.at(-1);
    if (part === undefined || step === 'large' || (step === 'small' && !tolerant)) parts.push((part = { segments: [], anchors: [] }));
    part.segments.push(segment);
    if (step !== undefined) part.anchors.push(segment);
  }
  return parts;
}

/** Does the file draw these without ever going back? */
export function goesOnlyForward(segments: readonly Segment[]): boolean {
  return segments.every((segment, at) => stepBack(segments[at - 1], segment) === 'none');
}

function anchorsOf(segments: readonly Segment[]): readonly Segment[] {
  const prose = segments.filter((segment) => segment.u1 - segment.u0 > proseLength * segment.size);
  return lettersOf(prose) >= leastProse * lettersOf(segments) ? prose : segments;
}

function lettersOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.runs.reduce((letters, { run }) => letters + run.text.length, 0), 0);
}

function stepBack(a: Segment | undefined, b: Segment): 'none' | 'small' | 'large' {
  if (a === undefined) return 'none';
  const size = Math.max(a.size, b.size);
  if (gapBetween(a, b, a.rtl) >= -size) return 'none';
  if (!sameLine(a, b) && (b.top >= a.top || b.bottom >= a.bottom - 0.5 * size)) return 'none';
  return a.bottom - b.bottom <= smallStep * size ? 'small' : 'large';
}
