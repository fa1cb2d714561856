import { MillraceError } from '../model/errors.ts';
import type { Usage } from '../model/usage.ts';
import { postJson } from './post-json.ts';
import { Refusal } from './refusal.ts';

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
  picture?: Uint8Array;
  /** What the answer must be, as a JSON schema with a name. */
  form: { name: string; schema: object };
  /** Tokens that the answer may have. */
  longest?: number;
}

/** What a model has said, whatever that may be. */
export interface Completion {
  text: string;
  /** Whether it was stopped before its end. */
  cut: boolean;
  usage: Usage;
}

/**
 * Asks one question. A server that refuses to be told the form of the answer is asked with less and less of it, and for as long as the process lives no more than
 * it took. Errors: those of `postJson`, and `service.bad-answer` for what is no completion.
 */
export async function completeChat(service: ChatService, question: Question): Promise<Completion> {
  const server = `${service.address} ${service.model}`;
  for (let demand = taken.get(server) ?? 0; ; demand++) {
    try {
      const completion = completionIn(await post(service, question, demand));
      taken.set(server, demand);
      return completion;
    } catch (error) {
      if (demand === demands.length - 1 || !(error instanceof Refusal) || !misunderstood.has(error.status)) throw error;
    }
  }
}

/** By address and model, how much of the demands was taken last. */
const taken = new Map<string, number>();

/** HTTP statuses by which servers refuse options that they do not know. */
const misunderstood: ReadonlySet<number> = new Set([400, 415, 422, 501]);

/** What is asked of an answer, from the most on. Temperature 0 and a seed: the same question is to be answered in the same way again. */
const demands: readonly ((question: Question) => object)[] = [
  ({ form, longest }) => ({ ...steady(longest), response_format: { type: 'json_schema', json_schema: { ...form, strict: true } } }),
  ({ longest }) => ({ ...steady(longest), response_format: { type: 'json_object' } }),
  () => ({}),
];

function steady(longest: number | undefined): object {
  return { temperature: 0, seed: 1, ...(longest !== undefined && { max_tokens: longest }) };
}

function post({ address, model, key }: ChatService, question: Question, demand: number): Promise<unknown> {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const { instructions, text, picture, form } = question;
  const told = demand === 0 ? instructions : `${instructions}\nAnswer with JSON alone, by this JSON schema: ${JSON.stringify(form.schema)}`;
  const messages = [
    { role: 'system', content: told },
    { role: 'user', content: picture === undefined ? text : [{ type: 'text', text }, shown(picture)] },
  ];
  return postJson(`${address.replace(/\/+$/, '')}/chat/completions`, headers, { model, ...demands[demand]?.(question), messages });
}

function shown(picture: Uint8Array): object {
  return { type: 'image_url', image_url: { url: `data:image/png;base64,${Buffer.from(picture).toString('base64')}`, detail: 'high' } };
}

function completionIn(answer: unknown): Completion {
  const { choices, usage } = Object(answer) as { choices?: unknown; usage?: unknown };
  const { finish_reason: end, message } = Object(Array.isArray(choices) ? choices[0] : undefined) as { finish_reason?: unknown; message?: unknown };
  if (typeof message !== 'object' || message === null)
    throw new MillraceError('service.bad-answer', 'The service answered, and no model has said anything', JSON.stringify(answer).slice(0, mostShown));
  const { content } = message as { content?: unknown };
  return { text: typeof content === 'string' ? content : '', cut: end === 'length', usage: usageIn(usage) };
}

/** Characters of an answer that are kept as the cause of an error. */
const mostShown = 1_000;

function usageIn(said: unknown): Usage {
  const { prompt_tokens: input, completion_tokens: output } = Object(said) as { prompt_tokens?: unknown; completion_tokens?: unknown };
  return { requests: 1, input_tokens: tokens(input), output_tokens: tokens(output) };
}

/** Not every server counts, and none can be trusted to count well. */
function tokens(count: unknown): number {
  return Number.isSafeInteger(count) && (count as number) > 0 && (count as number) < mostTokens ? (count as number) : 0;
}

const mostTokens = 1e9;
