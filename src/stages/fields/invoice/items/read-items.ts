import type { ReaderSource } from '../../reader.ts';
import { exactUnits } from '../../../../values/exact-decimal.ts';
import type { Binding, PageLabels } from '../../labels/bind.ts';
import { phraseIndex } from '../../labels/find-labels.ts';
import { unionOf } from '../../../../model/box.ts';
import { isInside } from './area.ts';
import type { Chosen } from './choose-lines.ts';
import { chooseLines } from './choose-lines.ts';
import type { Draft } from './fold-rows.ts';
import { foldRows } from './fold-rows.ts';
import { itemBands } from './item-bands.ts';
import type { Area, ItemGrid } from './item-rows.ts';
import { areAlike } from './item-rows.ts';
import { itemsOfTable } from './item-tables.ts';
import type { Items } from './items.ts';
import { itemsOf } from './items.ts';
import { withRoles } from './row-roles.ts';
import { unheadedList } from './unheaded-list.ts';

/** The line items of an invoice, and the parts of its pages where labels of sums mean columns. */
export interface FoundItems {
  items?: Items;
  areas: Area[];
}

/** The sums that lines may make. */
const ofLines: ReadonlySet<string> = new Set(['subtotal', 'total', 'amount_due']);

/** The line items of an invoice: of the tables that were found, and of bands below header words where that tells more. */
export function readItems(source: ReaderSource, pages: readonly PageLabels[], bindings: readonly Binding[]): FoundItems {
  const { document, type, locale, candidates } = source;
  const columns = Object.values(type.fields).find(({ kind }) => kind === 'items')?.columns ?? {};
  const index = phraseIndex(Object.entries(columns), locale.languages);
  const maps = pages.map(({ map }) => map);
  const readings = (found: readonly ItemGrid[]): Reading[] => {
    const lists = found.map((grid): List => {
      const rows = withRoles(grid.rows, pages);
      return { ...grid, drafts: foldRows(rows, locale), sums: rows.filter(({ role }) => role === 'sum').length };
    });
    return readingsOf(
      lists.filter(({ drafts }) => drafts.length > 0),
      bindings,
    );
  };
  const headed = [document.tables.flatMap((table) => itemsOfTable(table, index) ?? []), itemBands(maps, index)].flatMap(readings);
  const unheaded = headed.length > 0 ? undefined : unheadedList(pages, bindings.filter(isOfLines), candidates);
  const read = unheaded === undefined ? headed : readings([unheaded]).filter(({ chosen }) => chosen.addsUp);
  const [best] = read.toSorted((a, b) => b.worth - a.worth);
  const items = best && itemsOf(best.chosen);
  return { ...(items && { items }), areas: best === undefined ? [] : areasOf(best.lists, best.chosen) };
}

function isOfLines({ field }: Binding): boolean {
  return ofLines.has(field);
}

/** A list, what may be its lines, and how many sums it has. */
interface List extends ItemGrid {
  drafts: Draft[];
  sums: number;
}

interface Reading {
  lists: readonly List[];
  chosen: Chosen;
  worth: number;
}

/** An invoice has one list of lines, the longest, which may go on below the same header; lists of other columns belong to it where all make a sum. */
function readingsOf(lists: readonly List[], bindings: readonly Binding[]): Reading[] {
  const [longest] = lists.toSorted((a, b) => b.rows.length - a.rows.length);
  if (longest === undefined) return [];
  const alike = readingOf(
    lists.filter((list) => areAlike(list, longest)),
    bindings,
  );
  const all = readingOf(lists.filter(isPriceList), bindings);
  return all.chosen.addsUp ? [alike, all] : [alike];
}

function readingOf(lists: readonly List[], bindings: readonly Binding[]): Reading {
  const chosen = chooseLines(inOneList(lists), sumsOutside(lists, bindings));
  return { lists, chosen, worth: worthOf(chosen) };
}

function inOneList(lists: readonly List[]): Draft[] {
  let before = 0;
  return lists.flatMap(({ drafts, sums }) => {
    const above = before;
    before += sums;
    return drafts.map((draft) => ({ ...draft, sumsAbove: above + draft.sumsAbove }));
  });
}

/** Work and parts may stand in lists of their own; what has no quantities is a summary. */
function isPriceList({ columns }: ItemGrid): boolean {
  return columns.includes('quantity') && columns.includes('unit_price');
}

/** What the labels of sums speak for that head no column. */
function sumsOutside(grids: readonly ItemGrid[], bindings: readonly Binding[]): bigint[] {
  const told = bindings.filter((binding) => isOfLines(binding) && !grids.some(({ header }) => isInside(binding.hit, header)));
  return told.flatMap(({ reading }) => exactUnits(reading.decimal ?? '') ?? []);
}

/** What headers and the lines below them take of each page. */
function areasOf(grids: readonly ItemGrid[], { lines }: Chosen): Area[] {
  const taken = new Set(lines.flatMap(({ rows }) => rows.map(({ box }) => box)));
  return grids.flatMap(({ header, rows }) => {
    const own = rows.filter(({ box }) => taken.has(box));
    const byPage = Map.groupBy<number, Area>(own.length === 0 ? [] : [header, ...own], ({ page }) => page);
    return [...byPage].map(([page, parts]) => ({ page, box: unionOf(parts.map(({ box }) => box)) }));
  });
}

/** With room for what floats are off by. */
const aCent = 0.011;

/** How many cells there are, how many rows are what their quantity costs, and whether all add up: a grid that is read askew has few of these. */
function worthOf({ lines, addsUp }: Chosen): number {
  const right = lines.filter(({ numbers: { quantity, unit_price: price, amount } }) =>
    quantity !== undefined && price !== undefined && amount !== undefined ? Math.abs(quantity * price - amount) < aCent : false,
  );
  const whole = lines.filter(({ numbers, cells }) => numbers.amount !== undefined && cells.description !== undefined);
  return (right.length * 3 + whole.length) * (addsUp ? 2 : 1);
}
