import { MillraceError } from '../model/errors.ts';
import { completeChat, mostShown } from './complete-chat.ts';
import type { ChatService, Question } from './complete-chat.ts';
import { jsonIn } from './json-in.ts';

/**
 * Asks one question and gives the answer, parsed and otherwise as the model gave it: its form must be checked. Errors: those of `completeChat`, and
 * `service.bad-answer` for what is no JSON.
 */
export async function askChat(service: ChatService, question: Question): Promise<unknown> {
  const { text, cut } = await completeChat(service, question);
  if (cut) throw new MillraceError('service.bad-answer', 'The answer of the model is cut off: it is longer than the service allows');
  if (text === '') throw new MillraceError('service.bad-answer', 'The model gave no answer');
  const answer = jsonIn(text);
  if (answer === undefined) throw new MillraceError('service.bad-answer', 'The model answered what is not JSON', text.slice(0, mostShown));
  return answer;
}
