/** How lengths of time are written in a pipeline file: a number with its unit. */
export const durationPattern = /^\d+(?:\.\d+)?(?:ms|s|m|h)$/;

/** What is said of a length of time that has no unit, after the name of the option. */
export const durationHint = 'must be a number with its unit, as in 500ms, 2s, 5m or 1h';

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of a text that fits `durationPattern`. */
export function milliseconds(text: string): number {
  const unit = text.replace(/^[\d.]+/, '') as keyof typeof units;
  return Math.round(parseFloat(text) * units[unit]);
}
