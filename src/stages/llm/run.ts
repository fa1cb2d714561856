import type { DocumentTypeOptions } from '../../document-type/document-type.ts';
import { typeNamed } from '../../document-type/shared-fields.ts';
import type { DocumentPatch } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { ConfigOf, StageRun, StageTask } from '../../model/stage.ts';
import { completeChat } from '../../service/complete-chat.ts';
import type { Completion, Question } from '../../service/complete-chat.ts';
import { jsonIn } from '../../service/json-in.ts';
import { localeOf } from '../../values/locale-of.ts';
import { acceptAnswers } from './accept.ts';
import { readAnswers } from './answers.ts';
import { mergeFields } from './merge.ts';
import { numberLines } from './numbered-lines.ts';
import type { NumberedLines } from './numbered-lines.ts';
import { questionOf } from './question.ts';
import type { spec } from './spec.ts';
import { wantedFields } from './wanted.ts';

type Config = Omit<ConfigOf<typeof spec>, 'types'> & { types: readonly DocumentTypeOptions[] };

/** Asks for what the rules have not found. A model that answers badly costs nothing of what they have: a finding says so. Errors: those of `completeChat`. */
export const run: StageRun<Config> = async ({ config, document, spend }: StageTask<Config>): Promise<DocumentPatch> => {
  const type = typeNamed(config.types, document.type?.name);
  const wanted = type === undefined ? [] : wantedFields(type, document.fields, config);
  const numbered = numberLines(document.pages, config.max_characters);
  if (type === undefined || wanted.length === 0 || numbered.lines.size === 0) return {};
  const locale = localeOf(document);
  const completion = await ask(config, questionOf(type, wanted, numbered.text, locale.languages));
  spend?.(completion.usage);
  const answers = completion.cut
    ? 'it was cut off, being longer than `max_answer_tokens` or than the service allows'
    : readAnswers(jsonIn(completion.text));
  if (typeof answers === 'string') return { findings: [...leftOut(numbered), badAnswer(answers)] };
  const { fields, findings } = acceptAnswers(answers, wanted, numbered.lines, locale);
  return { ...(fields.length > 0 && { fields: mergeFields(document.fields, fields, type) }), findings: [...leftOut(numbered), ...findings] };
};

function ask(config: Config, question: Question): Promise<Completion> {
  const { base_url: address, model, api_key: key, max_answer_tokens: longest } = config;
  return completeChat({ address, model, key }, { ...question, longest });
}

function badAnswer(fault: string): Finding {
  return { code: 'llm.bad-answer', severity: 'warning', message: `The answer of the model was of no use: ${fault}.` };
}

function leftOut({ lines, omitted }: NumberedLines): Finding[] {
  if (omitted === 0) return [];
  const message = `The model was shown ${lines.size} of ${lines.size + omitted} lines; max_characters allows no more.`;
  return [{ code: 'llm.cut', severity: 'info', message }];
}
