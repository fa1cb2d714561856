import type { Table } from '../../model/table.ts';
import type { Candidate, Tell } from './candidate.ts';
import { chooseTables } from './choose.ts';
import { unfolded } from './columns-repeat.ts';
import type { PageInk } from './page-ink.ts';
import { ruledTables } from './ruled.ts';
import { tableOf } from './table-of.ts';
import { textRows } from './text-rows.ts';
import { mainQuarter, turnBack, turnBoxBack, turnInk } from './turned.ts';
import { unruledTables } from './unruled.ts';

/** A grid that fits its words this well leaves nothing to find among them. */
const certain = 0.95;
/** In heights of the type: a row that close below a grid may go on with it. */
const nextRow = 2;

/** Finds the tables of one page, from the top down: by rules and by alignment, the better of both kept for each region. */
export function findTables(ink: PageInk, tell: Tell = () => undefined): Table[] {
  const quarter = mainQuarter(ink.words);
  const tellTurned: Tell = (box, ...rest) => tell(turnBoxBack(box, quarter, ink), ...rest);
  return levelTables(turnInk(ink, quarter), tellTurned).map((table) => turnBack(table, quarter, ink));
}

/** On a page whose text is level. */
function levelTables(ink: PageInk, tell: Tell): Table[] {
  const ruled = ruledTables(ink, tell);
  const settled = ruled.filter((candidate) => candidate.confidence >= certain && !goesOn(candidate, ink));
  const unruled = unruledTables(withoutWords(ink, settled), tell);
  return chooseTables([...ruled, ...unruled], tell)
    .flatMap(unfolded)
    .map((candidate) => tableOf(candidate, ink));
}

/** Does text in the same columns follow below the rules? Then only a part of the table is ruled. */
function goesOn({ box: [x0, , x1, y1], xs, cells }: Candidate, { words }: PageInk): boolean {
  const size = Math.max(1, ...cells.flatMap((cell) => cell.words.map((word) => word.size)));
  const below = words.filter(({ box }) => box[1] > y1 - 1 && box[1] < y1 + nextRow * size && box[0] >= x0 - size && box[2] <= x1 + size);
  const [row] = textRows(below);
  if (row === undefined) return false;
  const columns = new Set(row.words.map(({ box }) => xs.findIndex((x) => x > (box[0] + box[2]) / 2)));
  return columns.size >= 2 && !row.words.some(({ box }) => xs.slice(1, -1).some((x) => x > box[0] - 1 && x < box[2] + 1));
}

function withoutWords(ink: PageInk, settled: readonly Candidate[]): PageInk {
  if (settled.length === 0) return ink;
  const taken = new Set(settled.flatMap(({ cells }) => cells.flatMap((cell) => cell.words)));
  return { ...ink, words: ink.words.filter((word) => !taken.has(word)) };
}
