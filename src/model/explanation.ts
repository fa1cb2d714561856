import type { Document } from './document.ts';
import type { ErrorData } from './errors.ts';
import type { Page } from './page.ts';

/** How a page came to its result. */
export interface Explanation {
  /** Pages that were not read are blank in it. */
  document: Document;
  page: Page;
  steps: ExplainedStep[];
}

/** One stage, or the drawing of the picture. */
export interface ExplainedStep {
  name: string;
  /** Milliseconds. */
  duration: number;
  failed?: ErrorData;
}

/** What a picture of a page can show, in the order in which it is drawn. */
export const pictureLayers = ['words', 'images', 'edges', 'cells', 'candidates', 'tables', 'fields'] as const;

export type PictureLayer = (typeof pictureLayers)[number];
