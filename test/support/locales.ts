import type { Locale } from '../../src/values/candidate.ts';

/** Documents of which a test says no more than where they come from. */
export const english: Locale = { languages: ['en'], dayFirst: true, decimalMark: '.' };
export const american: Locale = { languages: ['en'], country: 'US', dayFirst: false, decimalMark: '.', currency: 'USD' };
export const german: Locale = { languages: ['de'], country: 'DE', dayFirst: true, decimalMark: ',', currency: 'EUR' };
export const unknown: Locale = { languages: [], dayFirst: true };
