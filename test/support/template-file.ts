import { parse } from 'yaml';
import { templateOptions } from '../../src/templates/template-options.ts';
import type { Template } from '../../src/templates/template-options.ts';

/** A template as its file says it; one without a name is called `mine`. */
export function templateFile(text: string): Template {
  return templateOptions.parse({ name: 'mine', ...(parse(text) as object) });
}
