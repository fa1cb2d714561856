import type { Field } from '../../model/field.ts';
import type { Finding } from '../../model/finding.ts';
import type { Locale } from '../../values/candidate.ts';
import type { Answer } from './answers.ts';
import type { NumberedLine } from './numbered-lines.ts';
import { placeValue } from './place-value.ts';
import type { PlacedValue } from './place-value.ts';
import type { WantedField } from './wanted.ts';

/** What came of a model's answers. */
export interface Accepted {
  fields: Field[];
  findings: Finding[];
}

/** Refusals that a result tells of. */
const mostTold = 20;

/** Values of a list that are looked for. Of a field that is no list only the first answer counts. */
const mostListed = 100;

/**
 * Takes those answers that the document bears out: values that stand on the lines that are cited for them, and are of the kind that was asked for. A document that
 * talks a model into saying something else gets nowhere by it.
 */
export function acceptAnswers(
  answers: readonly Answer[],
  wanted: readonly WantedField[],
  lines: ReadonlyMap<string, NumberedLine>,
  locale: Locale,
): Accepted {
  const asked = new Map(wanted.map((field) => [field.name, field]));
  const fields: Field[] = [];
  const findings: Finding[] = [];
  for (const [name, own] of Map.groupBy(answers, (answer) => answer.name)) {
    const field = asked.get(name);
    for (const answer of own.slice(0, field?.list === true ? mostListed : 1)) {
      const placed = field === undefined ? 'was not asked for' : placeValue(answer, field.kind, lines, locale);
      if (typeof placed === 'string') findings.push(refusal(answer, placed, lines));
      else if (fields.every((known) => known.name !== name || known.value !== placed.value)) fields.push(fieldOf(name, placed, field?.list === true));
    }
  }
  return { fields, findings: findings.slice(0, mostTold) };
}

function fieldOf(name: string, { value, raw, decimal, page, box, confidence, checks }: PlacedValue, list: boolean): Field {
  return {
    name,
    value,
    raw,
    ...(decimal !== undefined && { decimal }),
    ...(list && { listed: true as const }),
    page,
    bbox: box,
    confidence,
    by: 'llm',
    ...(checks.length > 0 && { checks }),
  };
}

/** Characters of what a model has said that a finding repeats; none of them steers a terminal. */
const mostShown = 80;

function refusal({ name, value, lines: cited }: Answer, fault: string, lines: ReadonlyMap<string, NumberedLine>): Finding {
  const page = cited.flatMap((id) => lines.get(id)?.page ?? [])[0];
  const [field, said] = [name, value].map((text) => text.slice(0, mostShown).replaceAll(/[\p{Cc}\p{Cf}]/gu, '\u{FFFD}'));
  const message = `${field}: the model answered "${said}", which ${fault}.`;
  return { code: 'llm.refused', severity: 'warning', message, ...(page !== undefined && { page }) };
}
