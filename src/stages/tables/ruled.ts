import type { Box, Line } from '../../model/page.ts';
import type { Candidate, CandidateCell, Tell } from './candidate.ts';
import { isFigureCaption } from './captions.ts';
import { joinEdges, websOf } from './edges.ts';
import type { Web } from './edges.ts';
import { fillCells } from './fill-cells.ts';
import { withImpliedColumns } from './implied-columns.ts';
import { withImpliedRows } from './implied-rows.ts';
import { withJoinedHeads } from './joined-heads.ts';
import { latticeConfidence } from './lattice-confidence.ts';
import { latticeOf } from './lattice.ts';
import { withOutsideStub } from './outside-stub.ts';
import type { InkWord, PageInk } from './page-ink.ts';
import { boxOf } from './region-words.ts';
import { refusalOf } from './ruled-gate.ts';

/** Finds grids that are drawn by rules: pdfplumber's way, with spans where a rule is missing and borders that are only implied. */
export function ruledTables(ink: PageInk, tell: Tell): Candidate[] {
  const snap = snapOf(ink.words);
  const webs = websOf(joinEdges(ink.edges, snap), snap);
  if (webs === undefined) {
    tell([0, 0, ink.width, ink.height], false, 'ruled', 'too many rules cross each other: a drawing');
    return [];
  }
  return webs.flatMap((web) => {
    if (web.horizontal.length === 0 || web.vertical.length === 0 || web.horizontal.length + web.vertical.length < leastRules) return [];
    if (web.horizontal.length * web.vertical.length > mostCells) {
      tell(web.box, false, 'ruled', `${web.horizontal.length} by ${web.vertical.length} rules: ruled paper, or a drawing`);
      return [];
    }
    const candidate = candidateOf(web, ink, snap);
    const refusal = refusalOf(candidate, ink.strokes, hasFigureCaption(candidate.box, ink.lines));
    if (refusal === undefined) return [candidate];
    tell(candidate.box, false, 'ruled', refusal);
    return [];
  });
}

/** In heights of the type: labels of axes may stand between a figure and its caption. */
const captionReach = 4;

/** Is there a caption that calls this a figure, just above or below? */
function hasFigureCaption([x0, y0, x1, y1]: Box, lines: readonly Line[]): boolean {
  return lines.some(({ box, size, text }) => {
    const near = (box[1] >= y1 && box[1] - y1 < captionReach * size) || (box[3] <= y0 && y0 - box[3] < captionReach * size);
    return near && box[0] < x1 && box[2] > x0 && isFigureCaption(text);
  });
}

/** Fewer rules than this draw no two rows of two cells. */
const leastRules = 3;

/** Rules one way times rules the other: a sheet of the largest spreadsheets that are printed has a tenth of it. */
const mostCells = 60_000;

/** Rules closer than this are one: a quarter of a line of text, since no cell is so small. */
function snapOf(words: readonly InkWord[]): number {
  const sizes = words.map((word) => word.size).sort((a, b) => a - b);
  return Math.min(3, Math.max(1, 0.25 * (sizes[sizes.length >> 1] ?? 10)));
}

function candidateOf(web: Web, ink: PageInk, snap: number): Candidate {
  const drawn = latticeOf(web, snap);
  const words = ink.words.filter(({ box }) => overlaps(box, web.box));
  const rows = withImpliedRows(drawn, words, { web, fills: ink.fills, snap });
  const columns = withImpliedColumns(rows, words, web, snap);
  const { xs, ys, regions } = withOutsideStub(withJoinedHeads(columns, words), ink);
  const cells = regions.map((region): CandidateCell => ({ ...region, box: boxOf(region, xs, ys), words: [] }));
  const fit = fillCells(cells, ink.words, xs, ys);
  const box: Box = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
  return { method: 'lattice', rule: 'ruled', box, xs, ys, cells, confidence: latticeConfidence(cells, fit) };
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}
