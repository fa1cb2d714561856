export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Work on one key happens one after the other, on different keys at the same time. */
export function inTurn(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
