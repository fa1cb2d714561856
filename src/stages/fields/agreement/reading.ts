/** A value and the span of the prose that says it. */
export interface Reading {
  value: string;
  start: number;
  end: number;
  /** 0–1. */
  confidence: number;
}

/** Of readings that tell as much the first: annexes come last. */
export function mostTelling(readings: readonly Reading[]): Reading | undefined {
  return readings.reduce<Reading | undefined>(
    (best, reading) => (best === undefined || reading.confidence > best.confidence ? reading : best),
    undefined,
  );
}
