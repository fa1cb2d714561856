import type { Box } from '../../model/page.ts';
import type { Candidate, Tell } from './candidate.ts';
import type { InkWord } from './page-ink.ts';

/** Share of the words of an unruled table that ruled ones must hold to stand for it; less, and the rules are only a part of it. */
const mostlyHeld = 0.5;
/** What rules are worth against alignment that fits better: somebody drew them to say where the cells are. */
const drawnWorth = 0.1;
/** Share of the smaller one's area that two candidates may share and both stay. */
const mostShared = 0.1;

/**
 * Keeps the best candidates, those of a region being of one kind, in reading order from the top: an unruled table gives way to the
 * ruled ones that hold its words, unless it fits clearly better or they are a part of it alone.
 */
export function chooseTables(candidates: readonly Candidate[], tell: Tell): Candidate[] {
  const ruled = withoutNested(
    candidates.filter(({ method }) => method === 'lattice'),
    tell,
  );
  const unruled = withoutNested(
    candidates.filter(({ method }) => method === 'stream'),
    tell,
  );
  const lost = new Set<Candidate>();
  for (const stream of unruled) {
    const near = ruled.filter((lattice) => !lost.has(lattice) && sharesMuch(lattice.box, stream.box));
    const rivals = near.filter((lattice) => sharesWords(lattice, stream));
    if (near.some((lattice) => !rivals.includes(lattice) && areaOf(lattice.box) > areaOf(stream.box))) {
      lost.add(stream);
      tell(stream.box, false, stream.rule, 'within rules, of words that no cell holds');
      continue;
    }
    if (rivals.length === 0) continue;
    const { loses, why } = compare(stream, rivals);
    if (loses) lost.add(stream);
    else for (const rival of rivals) lost.add(rival);
    for (const loser of loses ? [stream] : rivals) tell(loser.box, false, loser.rule, why);
  }
  const kept = [...ruled, ...unruled].filter((candidate) => !lost.has(candidate));
  for (const { box, rule, confidence } of kept) tell(box, true, rule, `confidence ${confidence.toFixed(2)}`);
  return kept.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** Of candidates of one kind that lie in each other, the more confident one stays; a table in a cell of another stays beside it. */
function withoutNested(candidates: readonly Candidate[], tell: Tell): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.confidence - a.confidence || areaOf(b.box) - areaOf(a.box))) {
    const better = kept.find((other) => sharesMuch(other.box, candidate.box) && !isInCell(other, candidate) && !isInCell(candidate, other));
    if (better === undefined) kept.push(candidate);
    else
      tell(candidate.box, false, candidate.rule, `confidence ${candidate.confidence.toFixed(2)}, within another of ${better.confidence.toFixed(2)}`);
  }
  return kept;
}

/** Points by which a table may reach into the rules of the cell that it stands in. */
const cellSlack = 2;
/** With fewer other cells that hold text, what is drawn around a table is its frame. */
const leastOtherCells = 4;

function isInCell({ box: [x0, y0, x1, y1] }: Candidate, { cells }: Candidate): boolean {
  const holder = cells.find(
    ({ box }) => box[0] <= x0 + cellSlack && box[1] <= y0 + cellSlack && box[2] >= x1 - cellSlack && box[3] >= y1 - cellSlack,
  );
  return holder !== undefined && cells.filter((cell) => cell !== holder && cell.words.length > 0).length >= leastOtherCells;
}

function compare(stream: Candidate, rivals: readonly Candidate[]): { loses: boolean; why: string } {
  const own = new Set(wordsOf(stream));
  const held = rivals.flatMap(wordsOf);
  const covered = held.filter((word) => own.has(word)).length / (own.size || 1);
  const drawn = rivals.reduce((sum, rival) => sum + rival.confidence * wordsOf(rival).length, 0) / (held.length || 1);
  const why = `rules hold ${Math.round(100 * covered)} % of the words, with confidence ${drawn.toFixed(2)}; alignment has ${stream.confidence.toFixed(2)}`;
  return { loses: covered >= mostlyHeld && drawn + drawnWorth >= stream.confidence, why };
}

/** What was found among the words that rules have left, around them, can only stand beside what they hold. */
function sharesWords(lattice: Candidate, stream: Candidate): boolean {
  const own = new Set(wordsOf(stream));
  const held = wordsOf(lattice);
  return held.filter((word) => own.has(word)).length > mostShared * held.length;
}

function wordsOf({ cells }: Candidate): InkWord[] {
  return cells.flatMap((cell) => cell.words);
}

function sharesMuch(a: Box, b: Box): boolean {
  const shared: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return shared[0] < shared[2] && shared[1] < shared[3] && areaOf(shared) > mostShared * Math.min(areaOf(a), areaOf(b));
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}
