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
import type { Finder, Sighting } from './sighting.ts';
import { findTaxIds } from './tax-ids.ts';
import { findTimes } from './times.ts';
import { findUrls } from './urls.ts';

/** The kinds, those that are hardest to mistake first: of values that overlap the earlier one stands. */
export const notations: Readonly<Record<ValueKind, Finder>> = {
  iban: findIbans,
  email: findEmails,
  url: findUrls,
  tax_id: findTaxIds,
  bic: findBics,
  date: inDigits(findDates),
  time: inDigits(findTimes),
  phone: findPhones,
  percent: inDigits(findPercents),
  amount: inDigits(findAmounts),
  number: inDigits(findNumbers),
  currency: findCurrencies,
};

/** In a picture, letters inside numbers are the digits that they look like. */
function inDigits(find: Finder): Finder {
  return (text, setting) => {
    if (!setting.scanned && !setting.whole) return find(text, setting);
    const digits = readAsDigits(text);
    if (digits === text) return find(text, setting);
    return find(digits, setting).map((sighting): Sighting => {
      const isAsWritten = digits.slice(sighting.from, sighting.to) === text.slice(sighting.from, sighting.to);
      return isAsWritten ? sighting : { ...sighting, repaired: true };
    });
  };
}
