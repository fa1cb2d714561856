import type { DocumentPatch } from '../../model/document.ts';
import type { ConfigOf, StageRun } from '../../model/stage.ts';
import { findFurniture } from './repetition.ts';
import type { spec } from './spec.ts';

/** Looks at the lines of all pages together. */
export const run: StageRun<ConfigOf<typeof spec>> = ({ document }): DocumentPatch => {
  const furniture = findFurniture(document.pages);
  return furniture.length > 0 ? { furniture } : {};
};
