import { parse } from 'yaml';
import { templateOptions } from '../../src/templates/template-options.ts';
import type { Template } from '../../src/templates/template-options.ts';

/** A template as its file says it. */
export function templateFile(text: string): Template {
  return templateOptions.parse(parse(text));
}
