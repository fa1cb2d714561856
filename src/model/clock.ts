/**
 * Time and chance as values that can be replaced, so that no test waits and every fault can be replayed.
 * `now` is wall time in milliseconds since 1970, for people and rows; `monotonic` counts milliseconds that no
 * clock change touches, for every duration; `random` is in [0, 1).
 */
export interface Clock {
  now(): number;
  monotonic(): number;
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => Math.random(),
};
