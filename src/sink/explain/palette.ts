/**
 * Okabe and Ito's colours (Color Universal Design, 2008), which stay apart for every kind of colour vision. What means opposite things also differs in its
 * stroke: accepted is solid, refused is dashed. The yellow of fields is darkened, since it is written in as well.
 */
export const colours = {
  text: '#1a1a1a',
  quiet: '#6b6b6b',
  word: '#8c8c8c',
  accepted: '#0072b2',
  cell: '#56b4e9',
  refused: '#d55e00',
  edge: '#009e73',
  seen: '#cc79a7',
  field: '#8f6a00',
} as const;

/** Recognised words by their confidence, the best first; laid over the words. */
export const confidenceBands = [
  { from: 0.9, colour: 'rgba(86, 180, 233, 0.28)', label: 'recognised word, confidence 0.9 and above' },
  { from: 0.6, colour: 'rgba(230, 159, 0, 0.42)', label: 'recognised word, 0.6 to 0.9' },
  { from: 0, colour: 'rgba(213, 94, 0, 0.5)', label: 'recognised word, below 0.6' },
] as const;

export function confidenceColour(confidence: number): string {
  return (confidenceBands.find(({ from }) => confidence >= from) ?? confidenceBands[2]).colour;
}
