import type { InkMask } from './ink-mask.ts';

/** Ink that runs along the rows of a mask: a rule, or what looks like a piece of one. */
export interface Streak {
  /** Columns, the last one included. */
  from: number;
  to: number;
  /** Rows, the last one included; more than it is thick where it drifts. */
  top: number;
  bottom: number;
  /** Pixels of ink. */
  ink: number;
}

export interface RunTerms {
  /** Pixels of paper that a run may have within. */
  gap: number;
  /** Pixels that a run must have in one row. */
  shortest: number;
}

/** Finds the long runs of ink in each row, and puts those together that lie above each other, so that a rule may drift and be of any thickness. */
export function findStreaks(mask: InkMask, terms: RunTerms): Streak[] {
  const ended: Streak[] = [];
  let open: Growing[] = [];
  for (let y = 0; y < mask.height; y++) {
    const growing: Growing[] = [];
    for (const run of runsOf(mask, y, terms)) {
      const above = open.filter(({ last }) => last.from <= run.to && last.to >= run.from);
      const streak = above.reduce(united, { from: run.from, to: run.to, top: y, bottom: y, ink: run.ink, last: run });
      open = open.filter((one) => !above.includes(one));
      growing.push(streak);
    }
    ended.push(...open);
    open = growing;
  }
  return [...ended, ...open];
}

interface Run {
  from: number;
  to: number;
  ink: number;
}

interface Growing extends Streak {
  /** Its run in the last row. */
  last: Run;
}

/** A streak that bends apart and meets itself again keeps the run that comes first: the others end there. */
function united(streak: Growing, { from, to, top, ink }: Growing): Growing {
  return { ...streak, from: Math.min(streak.from, from), to: Math.max(streak.to, to), top: Math.min(streak.top, top), ink: streak.ink + ink };
}

function runsOf({ width, data }: InkMask, y: number, { gap, shortest }: RunTerms): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  const end = (): void => {
    if (run !== undefined && run.to - run.from + 1 >= shortest) runs.push(run);
  };
  for (let x = 0, at = y * width; x < width; x++, at++) {
    if (data[at] === 0) continue;
    if (run !== undefined && x - run.to <= gap + 1) {
      run.to = x;
      run.ink++;
    } else {
      end();
      run = { from: x, to: x, ink: 1 };
    }
  }
  end();
  return runs;
}
