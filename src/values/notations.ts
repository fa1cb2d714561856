import { findAmounts } from './amounts.ts';
import { findBics } from './bic.ts';
import type { ValueKind } from './candidate.ts';
import { findCurrencies } from './currencies.ts';
import { findDates } from './dates.ts';
import { readAsDigits } from './digits.ts';
import { findEmails } from './emails.ts';
import { findIbans } from './iban.ts';
import { findNumbers } from './numbers.ts';
import { findPercents } from './percents.ts';
import { findPhones } from './phones.ts';
import type { Finder, Setting, Sighting } from './sighting.ts';
import { findTaxIds } from './tax-ids.ts';
import { findTimes } from './times.ts';
import { findUrls } from './urls.ts';

interface Notation {
  find: Finder;
  /** Its letters may be misread digits. */
  inDigits: boolean;
}

/** The kinds, those that are hardest to mistake first. */
const notations: Readonly<Record<ValueKind, Notation>> = {
  iban: { find: findIbans, inDigits: false },
  email: { find: findEmails, inDigits: false },
  url: { find: findUrls, inDigits: false },
  tax_id: { find: findTaxIds, inDigits: false },
  bic: { find: findBics, inDigits: false },
  date: { find: findDates, inDigits: true },
  time: { find: findTimes, inDigits: true },
  phone: { find: findPhones, inDigits: false },
  percent: { find: findPercents, inDigits: true },
  amount: { find: findAmounts, inDigits: true },
  number: { find: findNumbers, inDigits: true },
  currency: { find: findCurrencies, inDigits: false },
};
const kinds = Object.keys(notations) as ValueKind[];
const rank = new Map(kinds.map((kind, at) => [kind, at]));

/** How hard a value of a kind is to mistake for one of another: 0 is the hardest. */
export function rankOf(kind: ValueKind): number {
  return rank.get(kind) ?? kinds.length;
}

/** Finds values of some kinds, or of all, in a text; they may overlap. Of a picture, letters inside numbers are the digits that they look like. */
export function findValues(text: string, setting: Setting, wanted: readonly ValueKind[] = kinds): Sighting[] {
  const digits = setting.scanned ? readAsDigits(text) : text;
  return wanted.flatMap((kind) => {
    const { find, inDigits } = notations[kind];
    if (!inDigits || digits === text) return find(text, setting);
    return find(digits, setting).map((sighting) => (isAsWritten(sighting, digits, text) ? sighting : { ...sighting, repaired: true as const }));
  });
}

function isAsWritten({ from, to }: Sighting, digits: string, text: string): boolean {
  return digits.slice(from, to) === text.slice(from, to);
}
