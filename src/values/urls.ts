import type { Finder } from './sighting.ts';

const address = /(?<![\p{L}\d@.-])(?:https?:\/\/[^\s<>"]{3,2000}|www\.(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}(?:[/?#][^\s<>"]{0,2000})?)/giu;
/** What ends the sentence around it. */
const sentenceEnd = /[.,;:!?'")\]}]{1,8}$/;

/** Addresses in the web, as they are written. */
export const findUrls: Finder = (text) =>
  [...text.matchAll(address)].map(({ 0: raw, index }) => {
    const value = raw.replace(sentenceEnd, '');
    return { kind: 'url', value, checks: [], from: index, to: index + value.length };
  });
