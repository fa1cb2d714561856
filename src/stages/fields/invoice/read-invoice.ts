import type { Field } from '../../../model/field.ts';
import { assign } from '../labels/assign.ts';
import type { Assignment } from '../labels/assign.ts';
import type { Binding } from '../labels/bind.ts';
import { labelIndex } from '../labels/find-labels.ts';
import { bindingsOf, labelsOf } from '../labels/page-labels.ts';
import { fieldOf } from '../labels/reading.ts';
import { ValueIndex } from '../labels/value-index.ts';
import type { ReaderSource } from '../reader.ts';
import { currencyOf } from './currency.ts';
import { isInside } from './items/area.ts';
import { readItems } from './items/read-items.ts';
import { findParties } from './parties/find-parties.ts';
import { besideTitle, numberBehindTitle, titleLineOf } from './title-line.ts';
import type { Sum } from './totals.ts';
import { chooseTotals } from './totals.ts';
import { unlabelledDate } from './unlabelled-date.ts';

/** Found by more than their labels. */
const byParties: ReadonlySet<string> = new Set(['vendor_name', 'vendor_address', 'customer_name', 'customer_address', 'delivery_address']);
/** Weaker than this a value is a guess, and a result is better without it. */
const leastScore = 0.3;

/** The fields of an invoice or a credit note, from what its pages show. */
export function readInvoice(source: ReaderSource): Field[] {
  const { fields, name: by } = source.type;
  const pages = labelsOf(source, labelIndex(fields, source.locale.languages));
  const bound = bindingsOf(source, pages, (field) => (byParties.has(field) ? undefined : fields[field]?.kind));
  const { items, areas } = readItems(source, pages, bound);
  const bindings = bound.filter(({ hit }) => !areas.some((area) => isInside(hit, area)));
  const title = titleLineOf(source.document.pages, source.type);
  const isKind =
    (kinds: readonly string[]) =>
    ({ field }: Binding): boolean =>
      kinds.includes(fields[field]?.kind ?? '');
  const rates = [...new Set(source.candidates.filter(({ kind }) => kind === 'percent').map(({ decimal = '' }) => decimal))];
  const totals = chooseTotals(bindings.filter(isKind(['amount'])), rates, items?.sum);
  const spoken = bindings.filter(isKind(['identifier', 'date', 'tax_id', 'iban', 'bic'])).map((binding) => besideTitle(binding, title));
  const behind = pages.slice(0, 1).flatMap((labels) => numberBehindTitle(title, labels, new ValueIndex(source.candidates)));
  const labelled = assign(
    [...spoken, ...behind].filter(({ score }) => score >= leastScore),
    () => false,
  );
  const date = labelled.some(({ field }) => field === 'invoice_date') ? undefined : unlabelledDate(source, labelled, title);
  const currency = currencyOf(source, totals.total?.reading, bindings.filter(isKind(['currency'])));
  const { vendor, customer } = findParties(pages, source.candidates, title);
  const partyFields = [
    ...(vendor ? [found('vendor_name', vendor.party.name, vendor.score), ...address('vendor_address', vendor)] : []),
    ...(customer ? [found('customer_name', customer.party.name, customer.score), ...address('customer_address', customer)] : []),
  ];
  const all = [
    ...labelled,
    ...(date ? [date] : []),
    ...partyFields,
    ...(Object.entries(totals) as [string, Sum][]).map(([field, { reading, score }]) => found(field, reading, score)),
    ...(currency ? [found('currency', currency.reading, currency.score)] : []),
  ];
  return [
    ...all.filter(({ score }) => score >= leastScore).map(({ field, reading, score }) => fieldOf(field, reading, score, by)),
    ...(items
      ? [{ name: 'line_items', value: items.rows, raw: items.raw, page: items.page, bbox: items.box, confidence: itemsAlone, by: `${by}/line_items` }]
      : []),
  ];
}

/** How sure line items are before their sums are checked. */
const itemsAlone = 0.6;

function found(field: string, reading: Assignment['reading'], score: number): Assignment {
  return { field, reading, score };
}

/** An address is less sure than the name above it: where it ends is a matter of its notation. */
function address(field: string, { party, score }: { party: { address?: Assignment['reading'] }; score: number }): Assignment[] {
  return party.address === undefined ? [] : [found(field, party.address, 0.9 * score)];
}
