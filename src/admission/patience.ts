const first = 1_000;
const most = 30_000;

export interface Patience {
  /** Milliseconds until the file is worth another look: 1 s, doubled each time up to 30 s. Undefined when too many wait: the next scan finds it. */
  next(path: string): number | undefined;
  forget(path: string): void;
}

/** Files that cannot be taken yet are looked at again and again, less and less often; no more than `limit` are remembered. */
export function patience(limit: number): Patience {
  const waits = new Map<string, number>();
  return {
    next(path) {
      const wait = waits.get(path);
      if (wait === undefined && waits.size >= limit) return undefined;
      waits.set(path, Math.min(most, (wait ?? first) * 2));
      return wait ?? first;
    },
    forget: (path) => void waits.delete(path),
  };
}
