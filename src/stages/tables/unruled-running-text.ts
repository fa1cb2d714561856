import { middleOf } from './rows-bands.ts';
import type { Band } from './rows-bands.ts';
import type { Phrase } from './unruled-phrase.ts';

/** In heights of the type: how far apart the middles of two lines of one paragraph are at most (double spacing). */
const widestLeading = 2.6;
/** In heights of the type: narrower lines are cells or labels. */
const leastWidth = 12;
/** Words in a line of text, on average. */
const leastWords = 3.5;
/** Share of the lines behind the first that start with a capital or a digit: as many start entries of a list. Long texts are texts all the same. */
const mostCapitals = 0.75;
const manyLines = 8;
/** How many bands further down the next line of a paragraph may be: other columns stand between. */
const lookAhead = 5;
/** Lines of one paragraph start within so many heights of the type: the first is indented. */
const widestIndent = 4;

/** In heights of the type: what stands on one baseline by intent is this exact. */
const sameLevel = 0.1;
/** Shares of the lines, and of the first lines of paragraphs, that stand on the baseline of cells. */
const mostLines = 0.8;
const mostStarts = 0.65;
/** So many lines in step with a table are no cell. */
const textLines = 5;

/**
 * The phrases that are lines of running text: each but the last of a paragraph ends where the first word of the next would not have
 * fitted. What reads so but starts on the baseline of other cells, paragraph by paragraph or line by line, is cells, however long.
 */
export function runningText(bands: readonly Band[]): Set<Phrase> {
  const stacks = stacksOf(bands).map((lines) => ({ lines, paragraphs: paragraphsOf(lines).filter(isWordy) }));
  const wordy = new Set(stacks.flatMap(({ paragraphs }) => paragraphs.flat()));
  const onBaseline = new Set(
    bands.flatMap(({ phrases }) =>
      phrases.filter((phrase) => wordy.has(phrase) && phrases.some((other) => !wordy.has(other) && isLevel(phrase, other))),
    ),
  );
  return new Set(stacks.filter(({ paragraphs }) => !areCells(paragraphs, onBaseline)).flatMap(textOf));
}

/** Short paragraphs between long ones are text like these. */
function textOf({ lines, paragraphs }: { lines: readonly Phrase[]; paragraphs: readonly Phrase[][] }): Phrase[] {
  const text = new Set(paragraphs.flat());
  const [first, last] = [lines.findIndex((line) => text.has(line)), lines.findLastIndex((line) => text.has(line))];
  const mostly = 2 * text.size > lines.length;
  return lines.filter((line, at) => text.has(line) || (mostly && at > first && at < last && line.words.length >= leastWords));
}

function isLevel(a: Phrase, b: Phrase): boolean {
  return Math.abs(a.y1 - b.y1) <= sameLevel * a.size || Math.abs(middleOf(a) - middleOf(b)) <= sameLevel * a.size;
}

function areCells(paragraphs: readonly Phrase[][], onBaseline: ReadonlySet<Phrase>): boolean {
  const share = (phrases: readonly Phrase[]): number => phrases.filter((phrase) => onBaseline.has(phrase)).length / (phrases.length || 1);
  if (share(paragraphs.flat()) >= mostLines) return !paragraphs.some(readsOn);
  return share(paragraphs.flatMap((lines) => lines[0] ?? [])) >= mostStarts;
}

/** Lines of a text that a table stands beside, in step: many, and most go on within a sentence. */
function readsOn(lines: readonly Phrase[]): boolean {
  const low = lines.slice(1).filter((line) => /^\p{Ll}/u.test(line.words[0]?.text ?? '')).length;
  return lines.length >= textLines && 2 * low > lines.length - 1;
}

/** Would the first word of the line below not have fitted into the room that is left in a line? Then the line was broken there. */
export function isBroken(room: number, below: Phrase): boolean {
  const first = below.words[0];
  return first !== undefined && room < 0.2 * below.size + first.box[2] - first.box[0];
}

/** Phrases below each other, each the only one that the next overlaps. */
function stacksOf(bands: readonly Band[]): Phrase[][] {
  const stackOf = new Map<Phrase, Phrase[]>();
  bands.forEach((band, at) => {
    for (const phrase of band.phrases) {
      const stack = stackOf.get(phrase) ?? [phrase];
      stackOf.set(phrase, stack);
      const next = nextBelow(phrase, bands, at);
      if (next === undefined || stackOf.has(next)) continue;
      stack.push(next);
      stackOf.set(next, stack);
    }
  });
  return [...new Set(stackOf.values())].filter((stack) => stack.length > 1);
}

function nextBelow(phrase: Phrase, bands: readonly Band[], at: number): Phrase | undefined {
  for (const band of bands.slice(at + 1, at + 1 + lookAhead)) {
    const distance = middleOf(band) - middleOf(phrase);
    if (distance > widestLeading * phrase.size) return undefined;
    const over = band.phrases.filter((other) => Math.min(other.x1, phrase.x1) > Math.max(other.x0, phrase.x0));
    const [next] = over;
    if (next === undefined) continue;
    return over.length === 1 && follows(phrase, next, distance) ? next : undefined;
  }
  return undefined;
}

function follows(a: Phrase, b: Phrase, distance: number): boolean {
  return distance > 0.6 * a.size && Math.abs(a.size - b.size) <= 0.15 * a.size && Math.abs(a.x0 - b.x0) <= widestIndent * a.size;
}

function paragraphsOf(stack: readonly Phrase[]): Phrase[][] {
  const right = Math.max(...stack.map((phrase) => phrase.x1));
  const paragraphs: Phrase[][] = [];
  let current: Phrase[] = [];
  for (const phrase of stack) {
    const before = current.at(-1);
    if (before !== undefined && !isBroken(right - before.x1, phrase)) {
      paragraphs.push(current);
      current = [];
    }
    current.push(phrase);
  }
  return [...paragraphs, current];
}

/** Two lines that fill a page are text too; narrower ones must be three. */
function isWordy(lines: readonly Phrase[]): boolean {
  const width = Math.max(...lines.map((line) => line.x1 - line.x0));
  const size = lines[0]?.size ?? 0;
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  const letters = lines.reduce((sum, line) => sum + line.words.filter((word) => /\p{L}{2}/u.test(word.text)).length, 0);
  const capitals = lines.slice(1).filter((line) => /^[\p{Lu}\d]/u.test(line.words[0]?.text ?? '')).length;
  if (capitals >= mostCapitals * (lines.length - 1) && lines.length < manyLines) return false;
  if (width < leastWidth * size || words < leastWords * lines.length || letters < 0.6 * words) return false;
  return lines.length >= 3 || (lines.length === 2 && width > 3 * leastWidth * size);
}
