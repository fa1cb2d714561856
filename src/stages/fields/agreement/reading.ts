/** A value and the span of the prose that says it. */
export interface Reading {
  value: string;
  start: number;
  end: number;
  /** 0–1. */
  confidence: number;
}
