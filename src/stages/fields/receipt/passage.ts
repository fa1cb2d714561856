import type { Word } from '../../../model/page.ts';

/** Words that say one thing, and what that is. */
export interface Passage {
  text: string;
  words: readonly Word[];
  page: number;
  /** 0–1. */
  confidence: number;
}
