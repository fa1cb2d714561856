import type { Locale, Value } from './candidate.ts';

/** A value and which characters of a text it is written in. */
export interface Sighting extends Value {
  from: number;
  /** Exclusive. */
  to: number;
}

/** What is known of a text before its values are. */
export interface Setting {
  locale: Locale;
  /** It was recognised in a picture: letters may stand for digits, and blanks inside a number. */
  scanned: boolean;
  /** It is given as one value: what would tell it from its surroundings is not asked for. */
  whole: boolean;
}

/** Finds the values of one kind in a text: words of one line, a blank between words, a tab where the gap is wider than a blank. */
export type Finder = (text: string, setting: Setting) => Sighting[];
