import type { Field } from '../../../model/field.ts';
import type { Binding } from '../labels/bind.ts';
import { assign } from '../labels/assign.ts';
import { labelIndex } from '../labels/find-labels.ts';
import { bindingsOf, labelsOf } from '../labels/page-labels.ts';
import { fieldOf } from '../labels/reading.ts';
import type { ReaderSource } from '../reader.ts';
import type { TitleLine } from './title-line.ts';
import { titleLineOf } from './title-line.ts';
import { chooseTotals } from './totals.ts';

/** Weaker than this a value is a guess, and a result is better without it. */
const leastScore = 0.3;

/** The fields of an invoice or a credit note, from what its pages show. */
export function readInvoice(source: ReaderSource): Field[] {
  const { fields, name } = source.type;
  const pages = labelsOf(source, labelIndex(fields, source.locale.languages));
  const bindings = bindingsOf(source, pages, (field) => fields[field]?.kind);
  const title = titleLineOf(source.document.pages, source.type);
  const inTitle = bindings.map((binding) => (title === undefined ? binding : besideTitle(binding, title)));
  const amounts = bindings.filter(({ field }) => fields[field]?.kind === 'amount');
  const rates = [...new Set(source.candidates.filter(({ kind }) => kind === 'percent').map(({ decimal = '' }) => decimal))];
  const totals = chooseTotals(amounts, rates);
  const others = assign(
    inTitle.filter(({ field }) => fields[field]?.kind !== 'amount'),
    () => false,
  );
  return [
    ...Object.entries(totals).map(([field, sum]) => fieldOf(field, sum.reading, sum.score, name)),
    ...others.filter(({ score }) => score >= leastScore).map(({ field, reading, score }) => fieldOf(field, reading, score, name)),
  ];
}

const byTitle = new Set(['invoice_number', 'invoice_date']);

/** In the line that names the document, "No. 17 of 3 May" means its own number and day. */
function besideTitle(binding: Binding, { page, line }: TitleLine): Binding {
  const { field, hit, score } = binding;
  if (!byTitle.has(field) || hit.page !== page || hit.line !== line) return binding;
  return { ...binding, score: Math.min(0.95, Math.max(score, 0.8)) };
}
