import type { Line } from '../../model/page.ts';
import type { TextRun } from '../../pdf/text.ts';
import { composeAccents } from './accents.ts';
import { dropOverprints } from './duplicates.ts';
import { makeFrames } from './frame.ts';
import { makeLines } from './lines.ts';
import { orderSegments } from './reading-order.ts';
import { makeSegments } from './segments.ts';

/** Lines in reading order from the runs of a page, in the order drawn. Text that runs in another direction comes after the main text. */
export function layOut(runs: readonly TextRun[]): Line[] {
  return makeFrames(dropOverprints(runs)).flatMap((frame) => makeLines(orderSegments(makeSegments(composeAccents(frame.runs))), frame));
}
