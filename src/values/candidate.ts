import type { Box } from '../model/page.ts';

/** Kinds of values that are known by their notation alone. */
export type ValueKind = 'amount' | 'number' | 'percent' | 'date' | 'time' | 'currency' | 'iban' | 'bic' | 'tax_id' | 'phone' | 'email' | 'url';

/** What a piece of text means. */
export interface Value {
  kind: ValueKind;
  /** As results give it: ISO day, number, ISO 4217 code, hh:mm or hh:mm:ss; account and tax numbers without blanks, phones as digits with their `+`. */
  value: string | number;
  /** The exact decimal of amounts, numbers and percentages: `"119.00"`. */
  decimal?: string;
  /** ISO 4217, where the amount says it itself. */
  currency?: string;
  /** Whose number a tax number is: `de-vat`, `in-gstin`, `fr-siret`; `labelled` where only a label tells. */
  scheme?: string;
  /** Other meanings of the same notation, the likelier first: ISO days of `03/04/2018`, exact decimals of `1.234`. */
  others?: readonly string[];
  /** Letters were taken for the digits that they look like, or a blank was left out: right only if the page was misread there. */
  repaired?: true;
  /** Names of the checks that it passed: `iban-checksum`. */
  checks: readonly string[];
}

/** A value and where it stands. */
export interface Candidate extends Value {
  raw: string;
  page: number;
  /** Place among the lines of its page. */
  line: number;
  /** Places among the words of its line, the end exclusive. */
  words: readonly [from: number, to: number];
  /** How many words of the line below it goes on over: dates in running text. */
  wordsBelow?: number;
  box: Box;
}

/** What a document's own notation tells about values that could mean two things. */
export interface Locale {
  /** ISO 639-1, the likeliest first; none where no language is known by its words. */
  languages: readonly string[];
  /** ISO 3166, of the country that most of its addresses and numbers are of. */
  country?: string;
  /** Whether `03/04/2018` is in April. */
  dayFirst: boolean;
  /** Absent where nothing in the document tells. */
  decimalMark?: ',' | '.';
  /** ISO 4217 of most amounts. */
  currency?: string;
}
