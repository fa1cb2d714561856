import type { TextRun } from '../../pdf/text.ts';

/** Runs of fields that are put into the order of drawing one by one; the rest of an endless form comes after the page. */
const mostPlaced = 1000;
/** In heights of the type: baselines closer than this are one line. */
const sameBaseline = 0.5;
/** Lines are further from each other than anything on the same line. */
const otherLine = 1e6;

/**
 * Puts what is filled in among what the page draws itself, each next to its nearest neighbour, so that the order of drawing stays one of reading: files draw
 * all fields after all labels. What the page draws at the same place anyway, as forms do that were flattened or are drawn twice, is left out.
 */
export function fillIn(runs: readonly TextRun[], filled: readonly TextRun[]): readonly TextRun[] {
  const fresh = filled.filter((run) => !isDrawn(run, runs));
  const all = [...runs];
  fresh.forEach((run, at) => all.splice(at < mostPlaced ? placeOf(run, all) : all.length, 0, run));
  return all;
}

/** Does the page draw the same there? Its own pieces may be longer or shorter. */
function isDrawn(run: TextRun, runs: readonly TextRun[]): boolean {
  const offset = offsetFrom(run);
  const over = runs.filter((other) => {
    const { along, above } = offset(other);
    const shared = Math.min(run.width, along + other.width) - Math.max(0, along);
    return Math.abs(above) < sameBaseline * run.size && shared >= 0.5 * Math.min(run.width, other.width);
  });
  return squeezed(over).includes(squeezed([run]));
}

function squeezed(runs: readonly TextRun[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .normalize('NFKC')
    .replaceAll(' ', '');
}

/** Behind the nearest run, or before it when that stands to the right or below. */
function placeOf(run: TextRun, all: readonly TextRun[]): number {
  const offset = offsetFrom(run);
  let place = all.length;
  let nearest = Infinity;
  all.forEach((other, at) => {
    if (Math.abs(other.angle - run.angle) > 1) return;
    const { along, above } = offset(other);
    const onLine = Math.abs(above) < sameBaseline * Math.max(run.size, other.size);
    const gap = Math.max(along - run.width, -along - other.width, 0);
    if (!onLine && gap > 0) return;
    const distance = onLine ? gap : otherLine + Math.abs(above);
    if (distance > nearest) return;
    nearest = distance;
    const after = onLine ? along <= 0 : above > 0;
    place = after ? at + 1 : at;
  });
  return place;
}

/** Tells how far another run begins behind `run`, and above it, in the direction in which `run` runs. */
function offsetFrom({ x, y, angle }: TextRun): (other: TextRun) => { along: number; above: number } {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return (other) => ({ along: (other.x - x) * cos + (other.y - y) * sin, above: (other.x - x) * sin - (other.y - y) * cos });
}
