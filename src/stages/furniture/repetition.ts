import type { FurnitureMark } from '../../model/document.ts';
import type { Page } from '../../model/page.ts';

/** Share of the page height, at the top and at the bottom, where furniture stands. */
const band = 0.12;
/** A line that comes again stands at the same height, within so many points. */
const sameHeight = 6;
/** Share of all pages on which it must be, or of the pages from its first to its last, as the heads of chapters are. */
const ofAllPages = 0.5;
const ofItsPages = 0.4;
const leastOfItsPages = 3;
/** More different texts than this at one end of the page are a letterhead or the head of a table. */
const mostTexts = 3;

interface Candidate extends FurnitureMark {
  key: string;
  y: number;
}

/**
 * Finds running heads and feet as liteparse does: text in the outer bands of the page that comes again on other pages, whatever its digits.
 * Takes the pages of one document in order; gives marks in page and line order.
 */
export function findFurniture(pages: readonly Page[]): FurnitureMark[] {
  const groups = new Map<string, Candidate[][]>();
  for (const candidate of pages.flatMap(candidatesOf)) {
    const clusters = groups.get(candidate.key) ?? [];
    groups.set(candidate.key, clusters);
    const near = clusters.find((cluster) => Math.abs((cluster[0]?.y ?? 0) - candidate.y) <= sameHeight);
    if (near === undefined) clusters.push([candidate]);
    else near.push(candidate);
  }
  const written = pages.filter((page) => page.lines.length > 0).length;
  const repeated = [...groups.values()].flat().filter((cluster) => repeats(cluster, written));
  const marks = (['header', 'footer'] as const).flatMap((role) => guarded(repeated.filter((cluster) => cluster[0]?.role === role)));
  return marks.sort((a, b) => a.page - b.page || a.line - b.line).map(({ page, line, role }) => ({ page, line, role }));
}

function candidatesOf({ page, height, lines }: Page): Candidate[] {
  return lines.flatMap(({ text, box, angle }, line): Candidate[] => {
    if (angle !== undefined) return [];
    const role = box[3] <= band * height ? 'header' : box[1] >= (1 - band) * height ? 'footer' : undefined;
    if (role === undefined) return [];
    return [{ page, line, role, key: `${role} ${pattern(text)}`, y: role === 'header' ? box[1] : height - box[3] }];
  });
}

/** Page numbers, dates and counters change from page to page. */
function pattern(text: string): string {
  return text
    .toLowerCase()
    .replace(/\p{N}+/gu, '#')
    .replace(/^([^\p{L}]*)[ivxlc]+([^\p{L}]*)$/u, '$1#$2')
    .replace(/\s+/g, ' ');
}

function repeats(cluster: readonly Candidate[], pages: number): boolean {
  const on = new Set(cluster.map((candidate) => candidate.page));
  const first = Math.min(...on);
  const last = Math.max(...on);
  if (on.size >= Math.max(2, ofAllPages * pages)) return true;
  return on.size >= leastOfItsPages && on.size >= ofItsPages * (last - first + 1);
}

function guarded(clusters: Candidate[][]): Candidate[] {
  const worded = clusters.filter((cluster) => /\p{L}/u.test(cluster[0]?.key.split(' ').slice(1).join(' ') ?? ''));
  const crowded = worded.some((cluster) => worded.filter((other) => sharePages(cluster, other)).length > mostTexts);
  return (crowded ? clusters.filter((cluster) => !worded.includes(cluster)) : clusters).flat();
}

/** Do both stand on the same pages, mostly? Heads of other chapters do not count against each other. */
function sharePages(a: readonly Candidate[], b: readonly Candidate[]): boolean {
  const pages = new Set(a.map((candidate) => candidate.page));
  return b.filter((candidate) => pages.has(candidate.page)).length >= 0.5 * Math.min(a.length, b.length);
}
