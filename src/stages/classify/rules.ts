import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import type { EvidenceOptions } from '../../document-type/evidence-options.ts';
import { foldedPhrase } from './folded.ts';
import { phraseTree } from './phrase-tree.ts';
import type { PhraseTree } from './phrase-tree.ts';

/** The types made ready for looking: what they call evidence, with phrases as they are compared. */
export interface Rules {
  types: readonly { name: string; rules: readonly Rule[] }[];
  /** The phrases of all types. */
  tree: PhraseTree;
}

export interface Rule {
  /** `<type>/<rule>`. */
  name: string;
  options: EvidenceOptions;
  /** Folded, each once. */
  phrases: readonly string[];
}

const prepared = new WeakMap<readonly DocumentTypeOptions[], Rules>();

/** Made once for a worker's config, which stays the same object from document to document. */
export function rulesOf(types: readonly DocumentTypeOptions[]): Rules {
  const known = prepared.get(types) ?? prepare(types);
  prepared.set(types, known);
  return known;
}

function prepare(types: readonly DocumentTypeOptions[]): Rules {
  const ready = types.map(({ name, evidence }) => ({
    name,
    rules: evidence.map((options): Rule => {
      const phrases = Object.values(options.phrases ?? {})
        .flat()
        .map(foldedPhrase);
      return { name: `${name}/${options.rule}`, options, phrases: [...new Set(phrases)].filter((phrase) => phrase !== '') };
    }),
  }));
  return { types: ready, tree: phraseTree(ready.flatMap(({ rules }) => rules.flatMap(({ phrases }) => phrases))) };
}
