import { expanded } from './change-text.ts';
import { typeByName } from './field-names.ts';
import { grouped } from './grouped.ts';
import type { Found } from './grouped.ts';
import { foundAt, textFor } from './reading.ts';
import type { Reading } from './reading.ts';
import type { TemplateField } from './template-options.ts';

type RegexField = Extract<TemplateField, { parser: 'regex' }>;

/**
 * What the patterns of a field capture: each value once, unless a group is asked for. Without one, and without `list`, a template expects one value;
 * of several different ones the first counts.
 */
export function readRegex(reading: Reading, name: string, rule: RegexField): { found: Found[]; ambiguous: boolean } {
  const all = matchesOf(reading, name, rule);
  if (rule.group !== undefined) {
    const one = grouped(all, rule.group);
    return { found: one === undefined ? [] : [one], ambiguous: false };
  }
  const different = [...new Map(all.toReversed().map((one) => [one.value, one])).values()].toReversed();
  return rule.list ? { found: different, ambiguous: false } : { found: different.slice(0, 1), ambiguous: different.length > 1 };
}

function matchesOf(reading: Reading, name: string, { regex, type, group, replace, area }: RegexField): Found[] {
  const text = textFor(reading, area);
  const asked = type ?? (group === 'sum' ? 'float' : typeByName(name));
  return regex.flatMap((pattern) =>
    reading.matching.all(pattern, text.text).flatMap(({ whole, groups: [captured = whole] }) => {
      const raw = replace.reduce((now, [from, to]) => substituted(reading, now, from, to), text.text.slice(...captured));
      return foundAt(reading, text, captured, name, asked, raw);
    }),
  );
}

function substituted({ matching }: Reading, text: string, pattern: string, by: string): string {
  let result = '';
  let reached = 0;
  for (const match of matching.all(pattern, text)) {
    result += text.slice(reached, match.whole[0]) + expanded(by, match, text);
    reached = match.whole[1];
  }
  return result + text.slice(reached);
}
