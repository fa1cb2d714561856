import { isValidBIC } from 'ibantools';
import type { Finder } from './sighting.ts';

const code = /(?<![\p{L}\d])[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?(?![\p{L}\d])/gu;
const label = /(?<!\p{L})(?:BIC|SWIFT|IBAN)(?!\p{L})/iu;

/** Bank codes as of ISO 9362 with an ISO country. Words in capitals look like them, so a label in the line, a digit or the head office's XXX must tell. */
export const findBics: Finder = (text, { whole }) => {
  const isLabelled = whole || label.test(text);
  return [...text.matchAll(code)]
    .filter(({ 0: raw }) => isValidBIC(raw) && (isLabelled || /\d|^.{8}XXX$/.test(raw)))
    .map(({ 0: raw, index }) => ({ kind: 'bic', value: raw, checks: ['bic-country'], from: index, to: index + raw.length }));
};
