import type { Word } from '../../model/page.ts';

/** A word as it runs on the page as displayed: points from its top left, `y` down. */
export interface PlacedWord {
  text: string;
  /** Where its baseline begins. */
  x: number;
  y: number;
  /** Length along the baseline. */
  width: number;
  /** Points to the next word of the line, if there is one and it stands behind. */
  gap?: number;
}

/** Words with the height of their type and the direction in which they run on the displayed page. */
export interface PlacedLine extends Direction {
  words: PlacedWord[];
  size: number;
}

/** Share of the type's height below the baseline. */
const descent = 0.2;

/**
 * Lays the words of a line on one baseline, with one size: a viewer that selects them marks a line and not steps, and others tell lines by it.
 * Boxes are upright on the page; what they hold of a word that runs askew is worked out from the angle, by which the text runs, and the slope, by which its line
 * runs askew of that (clockwise degrees). Words of a sloping line are level each: Poppler falls apart over those that rise by more than half a point.
 */
export function placeWords(words: readonly Word[], angle: number, slope: number, usualSize: number): PlacedLine {
  const line = directionOf(angle + slope);
  const text = directionOf(angle);
  const spans = words.map((word) => spanOf(word, line, usualSize));
  const top = Math.min(...spans.map((span) => span.top));
  const bottom = Math.max(...spans.map((span) => span.bottom));
  const size = Math.max(bottom - top, leastSize);
  const down = bottom - descent * size;
  const placed = spans.map((span, at): PlacedWord => {
    const next = spans[at + 1];
    const gap = next === undefined ? 0 : next.from - span.to;
    const middle = (span.from + span.to) / 2;
    const width = Math.max(span.to - span.from, leastSize);
    return {
      text: span.text,
      x: middle * line.cos - down * line.sin - (width / 2) * text.cos,
      y: middle * line.sin + down * line.cos - (width / 2) * text.sin,
      width,
      ...(gap > 0 && { gap }),
    };
  });
  return { words: placed, size, ...text };
}

interface Direction {
  cos: number;
  sin: number;
}

function directionOf(degrees: number): Direction {
  const radians = (degrees * Math.PI) / 180;
  return { cos: Math.cos(radians), sin: Math.sin(radians) };
}

/** Points; nothing is smaller, so that no text has the size 0. */
const leastSize = 0.5;

/** A word in the frame in which its line is level: `from`–`to` along it, `top`–`bottom` across. */
interface Span {
  text: string;
  from: number;
  to: number;
  top: number;
  bottom: number;
}

function spanOf({ text, box: [x0, y0, x1, y1] }: Word, { cos, sin }: Direction, size: number): Span {
  const [along, across] = extents(x1 - x0, y1 - y0, Math.abs(cos), Math.abs(sin), size);
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [u, v] = [x * cos + y * sin, y * cos - x * sin];
  return { text, from: u - along / 2, to: u + along / 2, top: v - across / 2, bottom: v + across / 2 };
}

/** Length and height of the turned rectangle whose upright box is `width` by `height`. Halfway between level and upright the box does not tell, and the size of the type does. */
function extents(width: number, height: number, cos: number, sin: number, size: number): [along: number, across: number] {
  const determinant = cos * cos - sin * sin;
  if (Math.abs(determinant) < undecided) return [Math.max((width - size * sin) / cos, size), size];
  const across = (height * cos - width * sin) / determinant;
  return [(width * cos - height * sin) / determinant, across > 0 ? across : size];
}

/** About 40° to 50°. */
const undecided = 0.17;
