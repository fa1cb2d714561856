import { fold } from './fold.ts';
import { stopWords } from './stop-words.ts';

const languagesByWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(stopWords))
  for (const word of words.split(' ')) languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);

/** A language is named if it has at least this share of the words that the likeliest one has. */
const leastShare = 0.25;
/** Of fewer words one may be a name or a code of something: IL, DIE, MIT. */
const fewestWords = 2;
/** Words that what the file itself says of its language is worth. */
const stated = 2;

/** The languages of a text by their small words, the likeliest first; a word of several languages counts for each in part. */
export function languagesOf(text: string, metadataLanguage: string | undefined): string[] {
  const counts = new Map<string, number>();
  const add = (language: string, weight: number): void => void counts.set(language, (counts.get(language) ?? 0) + weight);
  for (const [word] of fold(text).matchAll(/[a-z]{2,12}/g)) {
    const languages = languagesByWord.get(word) ?? [];
    for (const language of languages) add(language, 1 / languages.length);
  }
  const named = metadataLanguage?.slice(0, 2).toLowerCase();
  if (named !== undefined && named in stopWords) add(named, stated);
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  const most = ranked[0]?.[1] ?? 0;
  return ranked.filter(([, count]) => count >= Math.max(fewestWords, leastShare * most)).map(([language]) => language);
}
