import type { Note } from '../model/note.ts';
import type { Trial } from './apply-templates.ts';

/** How a template was held against a document, for a person who asks why it was not taken. */
export function trialNote({ name, matched, missing_keywords: missing, excluded_by: excluding, outranked_by: better }: Trial): Omit<Note, 'stage'> {
  const quoted = missing.map((keyword) => JSON.stringify(keyword)).join(', ');
  const why = [
    ...(missing.length > 0 ? [`${missing.length === 1 ? 'keyword' : 'keywords'} ${quoted} not found`] : []),
    ...(excluding === undefined ? [] : [`excluded by ${JSON.stringify(excluding)}`]),
  ];
  const found = better === undefined ? 'all keywords found' : `all keywords found, but ${better} is preferred`;
  return { kind: 'template', accepted: matched && better === undefined, rule: name, detail: why.join('; ') || found };
}
