import type { GridMeasures } from './gate-measures.ts';

/** A rule that refuses a grid, by the name under which a person is told. */
interface Refusal {
  rule: string;
  /** Does it refuse? */
  refuses: (grid: GridMeasures) => boolean;
}

/** Rules through all columns this many say that the author drew a table: its top, its bottom and the line below its head. */
const framed = 3;

/** Share of the numbers that may go in even steps: years and numberings do, in one column. */
const mostTicks = 0.65;

/**
 * What looks like a table and is none, most telling first. The numbers stand well between tables and others in documents of
 * governments, courts and books; pdf-inspector and liteparse have gates of the same kind.
 */
const refusals: readonly Refusal[] = [
  { rule: 'few-rows', refuses: ({ pairs, rules }) => pairs < 2 || (pairs < 3 && rules < 2) },
  { rule: 'contents', refuses: isContents },
  { rule: 'axes', refuses: ({ ticks, named, numeric }) => ticks > mostTicks && named < 0.5 && numeric > 0.3 },
  { rule: 'list', refuses: ({ bullets, columns, rules }) => bullets >= 0.6 && columns === 2 && rules < framed },
  { rule: 'labels', refuses: ({ labelled, columns, rules }) => labelled >= 0.5 && columns <= 4 && rules < framed },
  { rule: 'running-text', refuses: ({ wordy, words, rules }) => (wordy >= 0.35 || words > 9) && rules < framed },
  { rule: 'sparse', refuses: ({ filled, paired }) => filled < 0.4 || paired < 0.5 },
  { rule: 'unaligned', refuses: ({ aligned, rules }) => aligned < (rules < framed ? 0.72 : 0.6) },
  { rule: 'no-values', refuses: (grid) => grid.numeric < 0.25 && grid.rules < 2 && !isTidy(grid) },
];

/** Of grids with less confidence than this, most were none when they were looked at. */
const leastConfidence = 0.72;

/** Says by which rule a grid is no table; undefined when none refuses it. */
export function refusalOf(grid: GridMeasures): string | undefined {
  return refusals.find(({ refuses }) => refuses(grid))?.rule ?? (confidenceOf(grid) < leastConfidence ? 'weak' : undefined);
}

/** Rows that end in page numbers: after leaders, or in a plain list without head. */
function isContents({ ascending, pages, leaders, columns, rules, captioned }: GridMeasures): boolean {
  if (!ascending || pages < 0.5) return false;
  return leaders >= 0.5 || (pages === 1 && columns <= 3 && rules === 0 && !captioned);
}

/** Text in cells makes a table only when it fills a grid neatly, or keeps to many columns over many rows. */
function isTidy({ columns, pairs, filled, aligned, words, captioned }: GridMeasures): boolean {
  if (captioned) return pairs >= 3 && filled >= 0.7 && aligned >= 0.8;
  if (columns < 3 || aligned < 0.9 || words > 5) return false;
  return (pairs >= 4 && filled >= (columns > 3 ? 0.65 : 0.75)) || (columns > 3 && pairs >= 8 && filled >= 0.5);
}

/** How surely a grid is a table: each kind of evidence counts up to where more of it says no more. */
export function confidenceOf({ numeric, aligned, filled, pairs, rules, captioned, wordy }: GridMeasures): number {
  const evidence =
    2 * numeric +
    3 * clamp((aligned - 0.7) / 0.25) +
    1.5 * clamp((filled - 0.4) / 0.4) +
    clamp((pairs - 2) / 6) +
    clamp(rules / framed) +
    (captioned ? 1 : 0) -
    3 * wordy;
  return 1 / (1 + Math.exp(3.5 - evidence));
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
