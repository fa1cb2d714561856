import type { TextRun } from '../../pdf/text.ts';

/**
 * Drops runs that are printed over themselves to look bold or to cast a shadow: the same text within a fraction of its own
 * size. What is drawn first stays.
 */
export function dropOverprints(runs: readonly TextRun[]): TextRun[] {
  const seen = new Map<string, TextRun[]>();
  return runs.filter((run) => {
    const twins = seen.get(run.text);
    if (twins === undefined) seen.set(run.text, [run]);
    else if (twins.some((twin) => overprints(run, twin))) return false;
    else if (twins.length < mostTwins) twins.push(run);
    return true;
  });
}

/** A page of a thousand equal cells must not cost a million comparisons. */
const mostTwins = 64;

function overprints(run: TextRun, twin: TextRun): boolean {
  const near = Math.min(0.2 * run.size, 0.35 * run.width);
  return Math.abs(run.x - twin.x) <= near && Math.abs(run.y - twin.y) <= near && Math.abs(run.size - twin.size) <= 0.1 * run.size;
}
