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
export function completeChat(service: ChatService, question: Question): Promise<Completion> {
  return ask(service, question, taken.get(nameOf(service)) ?? demands);
}

async function ask(service: ChatService, question: Question, [demand, ...less]: Demands): Promise<Completion> {
  try {
    const completion = completionIn(await post(service, question, demand));
    taken.set(nameOf(service), [demand, ...less]);
    return completion;
  } catch (error) {
    const [next, ...rest] = less;
    if (next === undefined || !(error instanceof Refusal) || !misunderstood.has(error.status)) throw error;
    return ask(service, question, [next, ...rest]);
  }
}

/** By the name of a service, the most that it took, and what is less. */
const taken = new Map<string, Demands>();

const nameOf = ({ address, model }: ChatService): string => `${address} ${model}`;

/** HTTP statuses by which servers refuse options that they do not know. */
const misunderstood: ReadonlySet<number> = new Set([400, 415, 422, 501]);

/** What is asked of an answer beside its words. */
interface Demand {
  options: (longest: number | undefined) => object;
  /** Whether the service is told the schema; else the model is, in words. */
  schema?: true;
}

type Demands = readonly [Demand, ...Demand[]];

/** Temperature 0 and a seed: the same question is to be answered in the same way again. */
const steady = (longest: number | undefined): object => ({ temperature: 0, seed: 1, max_tokens: longest });

/** From the most on. Models that reason refuse a temperature, and call the limit by another name; older servers know JSON, and no schema of it. */
const demands: Demands = [
  { options: steady, schema: true },
  { options: (longest) => ({ max_completion_tokens: longest }), schema: true },
  { options: (longest) => ({ ...steady(longest), response_format: { type: 'json_object' } }) },
  { options: () => ({}) },
];

function post({ address, model, key }: ChatService, question: Question, { options, schema }: Demand): Promise<unknown> {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const { instructions, text, picture, form, longest } = question;
  const told = schema ? instructions : `${instructions}\nAnswer with JSON alone, by this JSON schema: ${JSON.stringify(form.schema)}`;
  const messages = [
    { role: 'system', content: told },
    { role: 'user', content: picture === undefined ? text : [{ type: 'text', text }, shown(picture)] },
  ];
  const format = schema && { response_format: { type: 'json_schema', json_schema: { ...form, strict: true } } };
  return postJson(`${address.replace(/\/+$/, '')}/chat/completions`, headers, { model, ...options(longest), ...format, messages });
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
export const mostShown = 1_000;

function usageIn(said: unknown): Usage {
  const { prompt_tokens: input, completion_tokens: output } = Object(said) as { prompt_tokens?: unknown; completion_tokens?: unknown };
  return { requests: 1, input_tokens: tokens(input), output_tokens: tokens(output) };
}

/** Not every server counts, and none can be trusted to count well. */
function tokens(count: unknown): number {
  return Number.isSafeInteger(count) && (count as number) > 0 && (count as number) < mostTokens ? (count as number) : 0;
}

const mostTokens = 1e9;
