import type { Line } from '../../model/page.ts';

/** What a line is to the one before it: the same paragraph goes on; it goes on, but on a line of its own; or something new begins. */
export type Relation = 'joins' | 'breaks' | 'parts';

/** How the text of a page is set. */
export interface Setting {
  /** Distance of two lines of a paragraph, in heights of the type. */
  pitch: number;
  /** How much two lines of a paragraph may differ in size. */
  sizes: number;
  /** Where the column of each line ends. */
  rights: ReadonlyMap<Line, number>;
  /** Where the lines around each line begin at the earliest. */
  lefts: ReadonlyMap<Line, number>;
}

export function settingOf(lines: readonly Line[], recognised: boolean): Setting {
  const pitches = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const pitch = before === undefined ? 0 : (line.box[3] - before.box[3]) / line.size;
    return before !== undefined && overlaps(before, line) && pitch > 0.5 && pitch < 2.5 ? [pitch] : [];
  });
  const sorted = pitches.sort((a, b) => a - b);
  const rights = new Map(lines.map((line, at) => [line, rightOf(lines, at)]));
  const lefts = new Map(lines.map((line, at) => [line, leftOf(lines, at)]));
  return { pitch: sorted[sorted.length >> 1] ?? usualPitch, sizes: recognised ? 1.6 : 1.15, rights, lefts };
}

const usualPitch = 1.2;

/** The column of a line is as wide as the widest of the lines above and below that are set like it. */
function rightOf(lines: readonly Line[], at: number): number {
  const line = lines[at]!;
  const likeIt = (other: Line | undefined): other is Line =>
    other !== undefined &&
    Math.abs(other.box[0] - line.box[0]) < deepest * line.size &&
    Math.abs(other.size / line.size - 1) < 0.15 &&
    overlaps(line, other);
  let right = line.box[2];
  for (const step of [-1, 1]) {
    for (let next = at + step, other = lines[next]; Math.abs(next - at) <= neighbours && likeIt(other); next += step, other = lines[next])
      right = Math.max(right, other.box[2]);
  }
  return right;
}

function leftOf(lines: readonly Line[], at: number): number {
  const line = lines[at]!;
  const around = lines.slice(Math.max(0, at - neighbours), at + neighbours + 1).filter((other) => overlaps(line, other));
  return Math.min(...around.map((other) => other.box[0]));
}

const neighbours = 12;

/** How `line` follows `before`, which is the `nth` line since the writer last began a new one, from 0. */
export function relationOf(before: Line, line: Line, nth: number, { pitch, sizes, rights, lefts }: Setting): Relation {
  const size = Math.max(before.size, line.size);
  const down = line.box[3] - before.box[3];
  if ((before.angle ?? 0) !== (line.angle ?? 0) || size / Math.min(before.size, line.size) > sizes) return 'parts';
  if (down < -size) return wrapsColumn(before, line) ? 'joins' : 'parts';
  const isAside = !overlaps(before, line) && down > 0.5 * size && !returnsToMargin(before, line);
  if (isAside || down > (pitch * spread + slack) * size) return 'parts';
  const isShort = endsEarly(before, line, rights.get(before) ?? Infinity) || isSetOtherwise(before, line, lefts.get(line) ?? 0);
  if (nth > 0 && sentenceStart.test(line.text) && (isIndented(before, line, size) || (isShort && sentenceEnd.test(before.text)))) return 'parts';
  return isShort ? 'breaks' : 'joins';
}

function isIndented(before: Line, line: Line, size: number): boolean {
  const indent = line.box[0] - before.box[0];
  return indent > leastIndent * size && indent < mostIndent * size;
}

/** Times the usual distance of lines from which on there is a gap between paragraphs, and what rounding may add, in heights of the type. */
const spread = 1.25;
const slack = 0.1;
/** Heights of the type. */
const leastIndent = 0.8;
const mostIndent = 6;

const sentenceEnd = /[.!?:…]["'”’»)\]]*$/;
const smallStart = /^\p{Ll}/u;
const sentenceStart = /^[\p{Lu}\p{N}"'“„«(§[]/u;

function overlaps(a: Line, b: Line): boolean {
  return Math.min(a.box[2], b.box[2]) > Math.max(a.box[0], b.box[0]);
}

/** The second line of a paragraph whose first is indented may be so short that the two do not stand above each other. */
function returnsToMargin(before: Line, line: Line): boolean {
  const back = before.box[0] - line.box[0];
  return back > 0 && back < deepest * line.size;
}

/** Heights of the type. */
const deepest = 10;

/** A paragraph that goes on at the head of the next column. */
function wrapsColumn(before: Line, line: Line): boolean {
  return line.box[0] > before.box[0] && goesOnIn(before, line);
}

/** Whether a sentence that a line leaves open goes on in another. */
export function goesOnIn({ text, angle }: Line, line: Line | undefined): boolean {
  return line !== undefined && line.angle === angle && !sentenceEnd.test(text) && /^[("“„«]?\p{Ll}/u.test(line.text);
}

/**
 * Whoever wrote this ended the line on purpose: the next word would have had room on it, or the leader of a table of contents ends there. Before a small letter nobody does.
 */
function endsEarly(before: Line, line: Line, right: number): boolean {
  if (leader.test(before.text)) return true;
  const first = line.words[0];
  if (first === undefined || smallStart.test(first.text)) return false;
  return before.box[2] + (first.box[2] - first.box[0]) + before.size < right - 0.5 * before.size;
}

/** Lines that are centred, or flush on the right side alone, are no paragraph: each ends where its writer wanted it. */
function isSetOtherwise(before: Line, line: Line, left: number): boolean {
  const [from, to] = [line.box[0] - before.box[0], line.box[2] - before.box[2]];
  if (Math.abs(from) < line.size / 3 || smallStart.test(line.text)) return false;
  const isFlush = Math.abs(to) < line.size / 3 && line.box[0] > left + line.size;
  return isFlush || Math.abs(from + to) < line.size / 10;
}

/** Dots from a title to its page number. */
export const leader = /(?:[.…·_]\s?){4,}/;
