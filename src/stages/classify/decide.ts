import { roundedConfidence } from '../../model/confidence.ts';
import type { DocumentType, TypeEvidence } from '../../model/field.ts';

export interface Scored {
  name: string;
  evidence: readonly TypeEvidence[];
}

/** Evidence is not independent: it is trusted by this share. Found by comparing confidence with how often it was right. */
const trust = 0.6;
/** Evidence, in natural logarithms of odds, that it takes for a type to be as likely as none of them. */
const against = 3.5;
/** A type that is less likely than this is not named. */
const least = 0.5;
/** Runners-up less likely than this are not worth a look. */
const leastAlternative = 0.02;
const mostAlternatives = 3;
const mostEvidence = 30;

/**
 * Turns evidence into probabilities (softmax over the types that more speaks for than against, and none of them), and names the likeliest type, unless
 * none is likely.
 */
export function decide(scored: readonly Scored[]): DocumentType {
  const likely = probabilities(scored).sort((a, b) => b.confidence - a.confidence || (a.name < b.name ? -1 : 1));
  const [best] = likely;
  const known = best !== undefined && best.confidence >= least;
  const others = likely.slice(known ? 1 : 0).filter(({ confidence }) => confidence >= leastAlternative);
  return {
    name: known ? best.name : 'unknown',
    // Of none: that the likeliest would have been wrong.
    confidence: roundedConfidence(known ? best.confidence : 1 - (best?.confidence ?? 0)),
    evidence: (best?.evidence ?? []).slice(0, mostEvidence),
    alternatives: others.slice(0, mostAlternatives).map(({ name, confidence }) => ({ name, confidence: roundedConfidence(confidence) })),
  };
}

/** The evidence that makes a type as likely as this, when nothing else speaks for any. */
export function weightOf(probability: number): number {
  return Math.round((against + Math.log(probability / (1 - probability)) / trust) * 100) / 100;
}

function probabilities(scored: readonly Scored[]): (Scored & { confidence: number })[] {
  const odds = scored.map(({ evidence }) => {
    const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
    return total > 0 ? Math.exp(trust * total) : 0;
  });
  const all = odds.reduce((total, value) => total + value, Math.exp(trust * against));
  return scored.map((each, index) => ({ ...each, confidence: (odds[index] ?? 0) / all }));
}
