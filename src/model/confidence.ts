/** A confidence (0–1) as results give it, to a thousandth: more places would claim to be known better than they are. */
export function roundedConfidence(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
