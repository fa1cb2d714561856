import type { PlacedRun } from './frame.ts';

/** A word in its frame. */
export interface FrameWord {
  text: string;
  u0: number;
  u1: number;
  top: number;
  bottom: number;
}

/**
 * Words of runs that stand on one line, in reading order. A word may be put together from several runs; a run may hold
 * several words, whose places in it are estimated from the usual widths of letters, since pdf.js gives only the sum.
 */
export function makeWords(runs: readonly PlacedRun[], rtl: boolean): FrameWord[] {
  const words: FrameWord[] = [];
  let before: PlacedRun | undefined;
  for (const run of runs) {
    const parts = splitRun(run);
    const [first] = parts;
    const word = words.at(-1);
    if (first !== undefined && word !== undefined && before !== undefined && !isApart(before, run, rtl)) {
      join(word, first);
      parts.shift();
    }
    words.push(...parts);
    before = run;
  }
  return words;
}

/** In heights of the type, where the file itself says nothing of a space. */
const leastSpace = 0.18;
/** The file may say that there is a space and then step back over it. */
const leastSaidSpace = 0.05;

/** Is there a space between two runs of a line? */
function isApart(a: PlacedRun, b: PlacedRun, rtl: boolean): boolean {
  const gap = rtl ? a.u0 - b.u1 : b.u0 - a.u1;
  const size = Math.max(a.run.size, b.run.size);
  if (gap < -0.6 * size) return b.order !== a.order + 1 || (rtl ? b.u0 > a.u1 : b.u1 < a.u0);
  return gap > leastSpace * size || (b.run.spaced && gap > leastSaidSpace * size && b.order === a.order + 1);
}

function join(word: FrameWord, part: FrameWord): void {
  word.text += part.text;
  word.u0 = Math.min(word.u0, part.u0);
  word.u1 = Math.max(word.u1, part.u1);
  word.top = Math.min(word.top, part.top);
  word.bottom = Math.max(word.bottom, part.bottom);
}

function splitRun({ run, u0, u1, top, bottom }: PlacedRun): FrameWord[] {
  const text = run.text.includes('. . .') ? run.text.replace(spacedEllipsis, '...') : run.text;
  if (!text.includes(' ')) return [{ text, u0, u1, top, bottom }];
  const widthOf = run.monospaced ? sameWidths : usualWidths;
  const scale = (u1 - u0) / (widthOf(text, 0, text.length) || 1);
  const words: FrameWord[] = [];
  let passed = 0;
  for (let start = 0, end = text.indexOf(' '); start < text.length; start = end + 1, end = text.indexOf(' ', start)) {
    if (end < 0) end = text.length;
    const width = widthOf(text, start, end) * scale;
    const from = run.rtl ? u1 - passed - width : u0 + passed;
    if (end > start) words.push({ text: text.slice(start, end), u0: from, u1: from + width, top, bottom });
    passed += width + widthOf(' ', 0, 1) * scale;
  }
  return words;
}

/** Three points, no more: more are the leader of a table of contents. */
const spacedEllipsis = /(?<!\. ?)\. \. \.(?! ?\.)/g;

/** Widths of the printable ASCII characters in Helvetica, in thousandths of the size, from the space on. */
const asciiWidths = Uint16Array.from(
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'.split(
    ' ',
  ),
  Number,
);

function sameWidths(_text: string, start: number, end: number): number {
  return end - start;
}

function usualWidths(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    width += asciiWidths[code - 32] ?? (code >= 0x2e80 ? 1000 : 556);
  }
  return width;
}
