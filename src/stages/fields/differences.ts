import { sameValue } from '../../fields/settle.ts';
import type { Field } from '../../model/field.ts';
import type { Finding } from '../../model/finding.ts';
import type { Candidate } from '../../values/candidate.ts';

/** Surer than this, what stands on the page is not a misreading. */
const certain = 0.9;

/** What a payment or a booking would go wrong by. */
const telling = new Set(['invoice_number', 'invoice_date', 'total', 'currency']);

/** Where an electronic invoice says something else than the page that a person sees: an error of its maker, or a fraud. */
export function differences(electronic: readonly Field[], visible: readonly Field[]): Finding[] {
  return visible.flatMap((shown): Finding[] => {
    const stated = electronic.find(({ name }) => name === shown.name);
    if (stated === undefined || !telling.has(shown.name) || shown.confidence < certain || sameValue(stated, shown)) return [];
    const message = `The electronic invoice gives ${shown.name} as ${valueOf(stated)}, and the page shows ${valueOf(shown)}`;
    return [{ code: 'fields.differ', severity: 'warning', ...(shown.page !== undefined && { page: shown.page }), message }];
  });
}

/** Where a payment code pays into an account that the pages do not name, though they name others: what a code does that somebody has stuck over the right one. */
export function strangeAccounts(codes: readonly Field[], candidates: readonly Candidate[]): Finding[] {
  const printed = candidates.filter(({ kind }) => kind === 'iban').map(({ value }) => value);
  return codes.flatMap(({ name, value, page }): Finding[] => {
    if (name !== 'iban' || printed.length === 0 || printed.some((account) => account === value)) return [];
    const message = `The payment code pays into the account ${JSON.stringify(value)}, and the pages name only others`;
    return [{ code: 'fields.account-differs', severity: 'warning', ...(page !== undefined && { page }), message }];
  });
}

function valueOf({ value, decimal }: Field): string {
  return (decimal ?? JSON.stringify(value)).slice(0, 80);
}
