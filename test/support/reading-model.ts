import { completion } from './chat-service.ts';
import type { Answer, Asked } from './chat-service.ts';

/** What a model says of one field, when it cites the lines on which it has seen `on`. */
export interface Said {
  name: string;
  value: string;
  on: string;
}

/** A model that has been told what to say, and cites the lines that it is shown; it says nothing of what it is not asked for. 12 tokens come to 1 in each answer. */
export function reading(says: readonly Said[]): (asked: Asked) => Answer {
  return ({ body }) => {
    const [fields = '', document = ''] = String(body.messages[1].content).split('\nDOCUMENT\n');
    const asked = says.filter(({ name }) => fields.includes(`\n- ${name}:`));
    const citing = asked.map(({ name, value, on }) => ({ name, value, lines: citationsOf(on, document) }));
    return completion({ fields: citing }, 'stop', { prompt_tokens: 1200, completion_tokens: 100 });
  };
}

function citationsOf(text: string, document: string): string[] {
  return document.split('\n').flatMap((line) => (line.includes(text) ? (/^\[([^\]]+)\]/.exec(line)?.slice(1) ?? []) : []));
}
