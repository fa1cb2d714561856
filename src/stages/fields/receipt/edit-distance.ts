/**
 * Letters to change, leave out or put in to make one text of the other, if there are no more than `limit`.
 * V. I. Levenshtein 1966, kept to a band as in E. Ukkonen, Algorithms for approximate string matching, 1985.
 */
export function distanceWithin(a: string, b: string, limit: number): number | undefined {
  if (limit < 0 || Math.abs(a.length - b.length) > limit) return undefined;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.abs(i - j) > limit ? limit + 1 : Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    if (Math.min(...next) > limit) return undefined;
    row = next;
  }
  const distance = row[b.length]!;
  return distance > limit ? undefined : distance;
}
