/** What one stage costs, as sums that forget: old work counts less and less. */
export interface StageRate {
  ms: number;
  pages: number;
  tasks: number;
}

/** What was learned of one pipeline. Sums are decayed, `q50` and `q90` are logarithms of quantiles of (time it took ÷ time that the rates said). */
export interface Rates {
  stages: Record<string, StageRate>;
  pages: number;
  bytes: number;
  jobs: number;
  q50: number;
  q90: number;
  promises: number;
  held: number;
}

export const noRates = (): Rates => ({ stages: {}, pages: 0, bytes: 0, jobs: 0, q50: 0, q90: Math.log(2), promises: 0, held: 0 });

/** Each sample leaves this share of what was known before it: some two hundred count. */
const memory = 0.995;

export function learnTask(rates: Rates, stage: string, { pages, duration }: { pages: number; duration: number }): void {
  const known = rates.stages[stage] ?? { ms: 0, pages: 0, tasks: 0 };
  rates.stages[stage] = { ms: known.ms * memory + duration, pages: known.pages * memory + pages, tasks: known.tasks * memory + 1 };
}

export function learnJob(rates: Rates, { pages, bytes }: { pages: number; bytes: number }): void {
  rates.pages = rates.pages * memory + pages;
  rates.bytes = rates.bytes * memory + bytes;
  rates.jobs = rates.jobs * memory + 1;
}

/**
 * Moves both quantiles a step towards what was seen (Robbins and Monro 1951): up by p when the truth lay above, down by 1 − p when below,
 * so that in the end a share p lies below. Steps shrink, and never so far that a change of the machine goes unnoticed.
 */
export function learnPromise(rates: Rates, base: number, took: number): void {
  const truth = Math.log(Math.max(took, 1) / Math.max(base, 1));
  if (truth <= rates.q90) rates.held++;
  rates.promises++;
  const step = Math.max(0.08, 1 / Math.sqrt(rates.promises));
  rates.q50 += step * (truth > rates.q50 ? 0.5 : -0.5);
  rates.q90 = Math.max(rates.q50, rates.q90 + step * (truth > rates.q90 ? 0.9 : -0.1));
}

/** Milliseconds of one worker that so many documents of so many bytes in all will take. Undefined before the first has been through. */
export function workOf(rates: Rates, { jobs, bytes, pages }: { jobs: number; bytes: number; pages?: number | null }): number | undefined {
  if (rates.jobs === 0) return undefined;
  const expected = pages ?? (rates.bytes === 0 ? (jobs * rates.pages) / rates.jobs : Math.max(jobs, (bytes * rates.pages) / rates.bytes));
  return Object.values(rates.stages).reduce((sum, stage) => sum + costOf(stage, expected, jobs), 0);
}

/** A stage that sees the whole document costs by document, one that reads pages by page. */
function costOf({ ms, pages, tasks }: StageRate, expected: number, jobs: number): number {
  return pages > 0 ? (ms / pages) * expected : tasks > 0 ? (ms / tasks) * jobs : 0;
}
