import { dayOfDigits, daysAfter } from './days.ts';
import { certain, likely, textValue } from './reading.ts';
import type { CodeValue } from './reading.ts';

/**
 * Reads what a QR-bill says of its invoice (Swico syntax 1.2, `//S1/10/R-17/11/260131/30/106017086/40/0:30`): tag and value by turns, in which a slash or a backslash
 * is written behind a backslash. Gives nothing for text of another syntax.
 */
export function readSwico(text: string): CodeValue[] {
  if (!text.startsWith('//S1/')) return [];
  const values = tagged(text.slice(5));
  const [number = '', day = '', taxNumber = '', conditions = ''] = ['10', '11', '30', '40'].map((tag) => values.get(tag));
  const issued = dayOfDigits(day);
  const due = issued === undefined ? undefined : dueDay(issued, conditions);
  return [
    ...textValue('invoice_number', number, certain),
    ...(issued === undefined ? [] : [{ name: 'invoice_date', value: issued, raw: day, confidence: certain }]),
    ...(due === undefined ? [] : [{ name: 'due_date', value: due, raw: conditions, confidence: likely }]),
    ...(/^\d{9}$/.test(taxNumber) ? [{ ...taxId, value: taxNumber.replace(/^(...)(...)(...)$/, 'CHE-$1.$2.$3'), raw: taxNumber }] : []),
  ];
}

const taxId = { name: 'vendor_tax_id', confidence: certain };

/** Of a tag that comes twice the first counts. */
function tagged(text: string): Map<string, string> {
  const parts = [...text.matchAll(/((?:[^/\\]|\\.?)*)(?:\/|$)/gs)].map(([, part = '']) => part.replace(/\\(.)/gs, '$1'));
  const values = new Map<string, string>();
  for (let at = 0; at + 1 < parts.length; at += 2) if (!values.has(parts[at] ?? '')) values.set(parts[at] ?? '', parts[at + 1] ?? '');
  return values;
}

/** Days in which all is to be paid without a discount: `2:10;0:30` gives 30. */
function dueDay(issued: string, conditions: string): string | undefined {
  const days = /(?:^|;)0(?:\.0{1,2})?:(\d{1,3})(?:;|$)/.exec(conditions)?.[1];
  return days === undefined ? undefined : daysAfter(issued, Number(days));
}
