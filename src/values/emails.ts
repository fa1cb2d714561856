import type { Finder } from './sighting.ts';

/** Lengths as RFC 5321 limits them. */
const address = /(?<![\w.+-])[\w.+-]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}\p{L}{2,24}(?![\p{L}\d-])/gu;

/** E-mail addresses, in lower case. */
export const findEmails: Finder = (text) =>
  text.includes('@')
    ? [...text.matchAll(address)].map(({ 0: raw, index }) => ({
        kind: 'email',
        value: raw.toLowerCase(),
        checks: [],
        from: index,
        to: index + raw.length,
      }))
    : [];
