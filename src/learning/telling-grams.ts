import type { Example } from './example.ts';

/** Keeps models to a few hundred kilobytes. */
const mostGrams = 3_000;
const mostWeights = 24_000;
/** Documents that a gram must stand in: what stands in one is a name or a slip of recognition. */
const leastDocuments = 2;

/** The grams whose presence tells most about the label (mutual information), the most telling first; of those that tell as much the first by letters. */
export function tellingGrams(examples: readonly Example[], labels: readonly string[]): string[] {
  const places = new Map(labels.map((label, at) => [label, at]));
  const sizes = labels.map(() => 0);
  const presences = new Map<string, number[]>();
  for (const { label, grams } of examples) {
    const at = places.get(label) ?? 0;
    sizes[at] = (sizes[at] ?? 0) + 1;
    for (const gram of grams.keys()) {
      const counts = presences.get(gram) ?? labels.map(() => 0);
      counts[at] = (counts[at] ?? 0) + 1;
      presences.set(gram, counts);
    }
  }
  return [...presences]
    .filter(([, counts]) => sum(counts) >= leastDocuments)
    .map(([gram, counts]) => ({ gram, tells: information(counts, sizes) }))
    .sort((a, b) => b.tells - a.tells || (a.gram < b.gram ? -1 : 1))
    .slice(0, Math.min(mostGrams, Math.floor(mostWeights / labels.length)))
    .map(({ gram }) => gram);
}

/** Mutual information of presence and label, in nats. */
function information(present: readonly number[], sizes: readonly number[]): number {
  const documents = sum(sizes);
  const having = sum(present);
  const term = (joint: number, ofPresence: number, ofLabel: number): number =>
    joint === 0 ? 0 : (joint / documents) * Math.log((joint * documents) / (ofPresence * ofLabel));
  return sum(
    sizes.map((size, label) => {
      const here = present[label] ?? 0;
      return term(here, having, size) + term(size - here, documents - having, size);
    }),
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
