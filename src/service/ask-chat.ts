import { MillraceError } from '../model/errors.ts';
import { postJson } from './post-json.ts';

/** A service that speaks OpenAI's protocol of chat completions. */
export interface ChatService {
  /** Without `/chat/completions`. */
  address: string;
  model: string;
  key?: string | undefined;
}

export interface Question {
  instructions: string;
  text: string;
  /** PNG. */
  picture: Uint8Array;
  /** What the answer must be, as a JSON schema with a name. */
  form: { name: string; schema: object };
}

/**
 * Asks one question about one picture and gives the answer, parsed and otherwise as the model gave it: its form must be checked. Errors: those of `postJson`.
 */
export async function askChat({ address, model, key }: ChatService, question: Question): Promise<unknown> {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const completion = await postJson(`${address.replace(/\/+$/, '')}/chat/completions`, headers, requestOf(model, question));
  return parsed(contentOf(completion));
}

/** Temperature 0: the same page is to be read the same way again. */
function requestOf(model: string, { instructions, text, picture, form }: Question): object {
  const url = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
  return {
    model,
    temperature: 0,
    response_format: { type: 'json_schema', json_schema: { ...form, strict: true } },
    messages: [
      { role: 'system', content: instructions },
      {
        role: 'user',
        content: [
          { type: 'text', text },
          { type: 'image_url', image_url: { url, detail: 'high' } },
        ],
      },
    ],
  };
}

function contentOf(completion: unknown): string {
  const { choices } = Object(completion) as { choices?: unknown };
  const { finish_reason: end, message } = Object(Array.isArray(choices) ? choices[0] : undefined) as { finish_reason?: unknown; message?: unknown };
  const { content } = Object(message) as { content?: unknown };
  if (end === 'length') throw new MillraceError('service.bad-answer', 'The answer of the model is cut off: it is longer than the service allows');
  if (typeof content === 'string') return content;
  throw new MillraceError('service.bad-answer', 'The model gave no answer', JSON.stringify(completion).slice(0, mostShown));
}

/** Characters of an answer that are kept as the cause of an error. */
const mostShown = 1_000;

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new MillraceError('service.bad-answer', 'The model answered what is not JSON', content.slice(0, mostShown));
  }
}
