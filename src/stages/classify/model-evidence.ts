import { predict } from '../../learning/predict.ts';
import type { Model } from '../../learning/model-options.ts';
import type { Document } from '../../model/document.ts';
import { weightOf } from './decide.ts';
import type { Scored } from './decide.ts';

/**
 * What a learned model makes of the document: its likeliest label, when that is likelier than all else, with the weight that alone would make the type
 * as likely as the model says.
 */
export function modelEvidence(model: Model, document: Document): Scored[] {
  const [best] = predict(model, document.pages.map(({ text }) => text).join('\n'));
  if (best === undefined || best.probability <= 0.5) return [];
  return [{ name: best.label, evidence: [{ rule: `model/${best.label}`, weight: weightOf(best.probability) }] }];
}
