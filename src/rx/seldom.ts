import type { Clock } from '../model/clock.ts';

/**
 * Says yes to a key the first time and then at most once in `every` milliseconds, so that a thing that stays as it is does not fill the log.
 * Remembers at most `limit` keys; while it is full, it says no to new ones.
 */
export function seldom(clock: Clock, every: number, limit: number): (key: string) => boolean {
  const said = new Map<string, number>();
  return (key) => {
    const now = clock.monotonic();
    const last = said.get(key);
    if (last !== undefined && now - last < every) return false;
    if (last === undefined && said.size >= limit) {
      for (const [old, at] of said) if (now - at >= every) said.delete(old);
      if (said.size >= limit) return false;
    }
    said.set(key, now);
    return true;
  };
}
