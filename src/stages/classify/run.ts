import type { DocumentPatch } from '../../model/document.ts';
import type { StageRun } from '../../model/stage.ts';
import { classify } from './classify.ts';
import type { Choice } from './classify.ts';

/** The config holds what the named files say, in place of their names. An electronic invoice knows what it is; everything else is told by evidence. */
export const run: StageRun<Choice> = ({ document, config, note }): DocumentPatch =>
  document.type === undefined ? { type: classify(document, config, note) } : {};
