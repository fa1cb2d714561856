import type { Box } from './page.ts';

/**
 * What a stage saw on a page and what it made of it, for a person who asks why: told only when a page is explained, never part of a result.
 */
export interface Note {
  stage: string;
  /** What the box is: an edge, a cell, a candidate of a region… */
  kind: 'edge' | 'cell' | 'region' | 'word' | 'image' | 'route';
  box: Box;
  /** Whether it counted in the end; absent for what was only seen. */
  accepted?: boolean;
  /** The rule that decided, by its name, and the numbers it went by. */
  rule?: string;
  detail?: string;
}
