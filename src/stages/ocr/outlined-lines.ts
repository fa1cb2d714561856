import { Cover } from '../../layout/cover.ts';
import type { Box } from '../../model/page.ts';
import { joinPieces } from './join-pieces.ts';
import type { PageFacts } from './page-facts.ts';
import { typeRows } from './type-rows.ts';

/** Points: the height of type that is worth reading. */
const leastHeight = 4;
const mostHeight = 60;
/** Figures that follow each other like letters: fewer are a sign, or chance. */
const fewestLetters = 8;
/** Widths that differ among them: a row of dots or of bars has one or two. */
const fewestWidths = 4;
/** Share of a line under the text of the page from which on the figures are its decoration. */
const mostText = 0.1;

/** Where figures stand in rows like the letters of a line, as of text that was turned into drawings; lines near each other put together. */
export function outlinedLines({ width, height, lines, figureBoxes }: Pick<PageFacts, 'width' | 'height' | 'lines' | 'figureBoxes'>): Box[] {
  const text = new Cover(
    { width, height },
    lines.map((line) => line.box),
  );
  const rows = typeRows(figureBoxes.filter(isLetter));
  const found = rows.filter((row) => row.length >= fewestLetters && new Set(row.map((box) => Math.round(box[2] - box[0]))).size >= fewestWidths);
  return joinPieces(found.map(lineOf)).filter((box) => text.share(box) <= mostText);
}

function isLetter([x0, y0, x1, y1]: Box): boolean {
  const height = y1 - y0;
  return height >= leastHeight && height <= mostHeight && x1 - x0 <= 2 * height;
}

/** The box of a row with half a line around it, so that lines of one paragraph touch. */
function lineOf(row: readonly Box[]): Box {
  const [top, bottom] = [Math.min(...row.map((box) => box[1])), Math.max(...row.map((box) => box[3]))];
  const margin = (bottom - top) / 2;
  return [Math.min(...row.map((box) => box[0])) - margin, top - margin, Math.max(...row.map((box) => box[2])) + margin, bottom + margin];
}
