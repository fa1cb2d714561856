import { partyNameAt } from '../prose/party-name.ts';
import type { Prose } from '../prose/prose.ts';
import type { Reading } from '../prose/reading.ts';

/** Who signs at the end of an agreement: companies above their "By:", and persons who sign for none. */
export function signatories(prose: Prose): Reading[] {
  const from = Math.max(0, prose.text.length - closing);
  const cells = cellsOf(prose, from);
  const companies = cells.flatMap((cell, at) => (signs.test(cell.text) ? companyAbove(cells, at) : []));
  const persons = cells.flatMap((cell, at) =>
    signature.test(cell.text) && companyAbove(cells, at).length === 0 && !signsForAnother(cells, at) ? personAt(cell) : [],
  );
  return [...companies, ...persons];
}

/** Characters before the end within which the signatures stand. */
const closing = 4000;

const signs = /^(?:by|sign|signed|signature|für|pour|por|per|namens)\b|^\/s\//i;
const signature = /\/s\//;

/** A piece of a line: signatures stand in columns. */
interface Cell {
  text: string;
  start: number;
  x0: number;
  x1: number;
}

function cellsOf({ lines }: Prose, from: number): Cell[] {
  const cells: Cell[] = [];
  for (const { start, line } of lines) {
    if (start < from) continue;
    let place = start;
    let before: Cell | undefined;
    for (const { text, box } of line.words) {
      const isNear = before !== undefined && box[0] - before.x1 <= columnGap * line.size;
      if (before !== undefined && (isNear || (before.text.endsWith(':') && !text.endsWith(':')))) {
        before.text += ` ${text}`;
        before.x1 = box[2];
      } else {
        before = { text, start: place, x0: box[0], x1: box[2] };
        cells.push(before);
      }
      place += text.length + 1;
    }
  }
  return cells;
}

/** A wider gap, in heights of the type, parts columns. */
const columnGap = 1.5;

/** The company that stands last above a signature in its column, with nobody else's signature between. */
function companyAbove(cells: readonly Cell[], at: number): Reading[] {
  const signature = cells[at];
  if (signature === undefined) return [];
  const column = cells.slice(Math.max(0, at - headingReach), at).filter(({ x0, x1 }) => x0 < signature.x1 && signature.x0 < x1);
  for (const cell of column.reverse()) {
    if (signs.test(cell.text)) return [];
    const label = /^[\p{L} ]{2,30}:\s*/u.exec(cell.text)?.[0].length ?? 0;
    const name = partyNameAt(cell.text.slice(label));
    if (name?.isCompany !== true || !/^[.,\s]*(?:\(.*)?$/.test(cell.text.slice(label + name.to))) continue;
    const start = cell.start + label;
    return [{ value: name.name, start: start + name.from, end: start + name.to, confidence: confidences.company }];
  }
  return [];
}

/** Cells above a signature within which the company stands: its role, its address, the other column. */
const headingReach = 10;

const confidences = { company: 0.7, person: 0.55 };

/** Whose title stands below a name signs for a company, wherever that is named. */
function signsForAnother(cells: readonly Cell[], at: number): boolean {
  const signature = cells[at];
  return cells
    .slice(at + 1, at + 1 + titleReach)
    .some(({ text, x0, x1 }) => signature !== undefined && x0 < signature.x1 && signature.x0 < x1 && /^(?:title|its|position)\b/i.test(text));
}

/** Cells below a signature within which the title stands. */
const titleReach = 6;

/** "/s/ Name". */
function personAt({ text, start }: Cell): Reading[] {
  const place = text.indexOf('/s/') + '/s/'.length;
  const name = partyNameAt(text.slice(place));
  if (name === undefined || name.isCompany) return [];
  return [{ value: name.name, start: start + place + name.from, end: start + place + name.to, confidence: confidences.person }];
}
