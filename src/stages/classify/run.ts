import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import type { Model } from '../../learning/model-options.ts';
import type { DocumentPatch } from '../../model/document.ts';
import type { StageRun } from '../../model/stage.ts';
import { classify } from './classify.ts';

/** As the loader of the pipeline gives it: what the files say in place of their names. */
interface Config {
  types: readonly DocumentTypeOptions[];
  model?: Model;
}

/** An electronic invoice knows what it is; everything else is told by evidence. */
export const run: StageRun<Config> = ({ document, config }): DocumentPatch =>
  document.type === undefined ? { type: classify(document, config.types, config.model) } : {};
