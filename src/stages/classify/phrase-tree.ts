/** Folded phrases by their letters: one step down for each. */
export interface PhraseTree {
  next: Map<string, PhraseTree>;
  /** The phrase that ends here. */
  phrase?: string;
}

/** Makes the index in which all phrases are looked for at once, so that the time hardly grows with their number. */
export function phraseTree(phrases: Iterable<string>): PhraseTree {
  const root: PhraseTree = { next: new Map() };
  for (const phrase of phrases) {
    let node = root;
    for (let at = 0; at < phrase.length; at++) node = step(node, phrase.charAt(at));
    node.phrase = phrase;
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
