import { unionOf } from '../../model/box.ts';
import type { Box } from '../../model/page.ts';
import type { PhraseTree } from './phrase-tree.ts';
import type { WrittenPage, WrittenWord } from './written-page.ts';

/** Where a phrase stands. */
export interface Found {
  /** Folded. */
  phrase: string;
  page: number;
  box: Box;
  words: readonly WrittenWord[];
}

/**
 * Looks for all phrases in one pass. A phrase begins and ends where words do; a long one may also be the beginning or the end of a longer word, as in
 * German compounds and where recognition has lost a space.
 */
export function findPhrases(written: WrittenPage, tree: PhraseTree): Found[] {
  const { page, letters, wordAt } = written;
  const found: Found[] = [];
  for (let start = 0; start < letters.length; start++) {
    for (const phrase of phrasesFrom(written, tree, start)) {
      const words = written.words.slice(wordAt[start], (wordAt[start + phrase.length - 1] ?? 0) + 1);
      found.push({ phrase, page, box: unionOf(words.map(({ word }) => word.box)), words });
    }
  }
  return found;
}

function phrasesFrom({ letters, wordAt }: WrittenPage, tree: PhraseTree, start: number): string[] {
  const begins = isEdge(letters, wordAt, start);
  const found: string[] = [];
  let node: PhraseTree | undefined = tree;
  for (let at = start; at < letters.length; at++) {
    node = node.next.get(letters.charAt(at));
    if (node === undefined) break;
    if (node.phrase === undefined) continue;
    const ends = isEdge(letters, wordAt, at + 1);
    if (node.phrase.length >= partOfWord ? begins || ends : begins && ends) found.push(node.phrase);
  }
  return found;
}

/** Letters from which on a phrase may be a part of a word. */
const partOfWord = 8;

/** Whether a word begins before or ends after this letter; letters of scripts that set no spaces are words each. */
function isEdge(letters: string, wordAt: readonly number[], at: number): boolean {
  return wordAt[at - 1] !== wordAt[at] || unspaced.test(letters.charAt(at - 1)) || unspaced.test(letters.charAt(at));
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
