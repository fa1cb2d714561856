import { foldedPhrase } from './folded.ts';

/** Phrases by their folded letters: one step down for each letter. */
export interface PhraseTree {
  next: Map<string, PhraseTree>;
  /** The phrase that ends here, folded. */
  phrase?: string;
}

/** Makes the index in which all phrases are looked for at once, so that the time hardly grows with their number. */
export function phraseTree(phrases: Iterable<string>): PhraseTree {
  const root: PhraseTree = { next: new Map() };
  for (const phrase of phrases) {
    const letters = foldedPhrase(phrase);
    if (letters === '') continue;
    let node = root;
    for (let at = 0; at < letters.length; at++) node = step(node, letters.charAt(at));
    node.phrase = letters;
  }
  return root;
}

function step(node: PhraseTree, letter: string): PhraseTree {
  const known = node.next.get(letter);
  if (known !== undefined) return known;
  const added: PhraseTree = { next: new Map() };
  node.next.set(letter, added);
  return added;
}
