/** Cuts page numbers, ascending, into runs of neighbours of at most `size`: a range is a task of about a second. */
export function pageRanges(pages: readonly number[], size: number): number[][] {
  const ranges: number[][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last.length < size && last.at(-1) === page - 1) last.push(page);
    else ranges.push([page]);
  }
  return ranges;
}
