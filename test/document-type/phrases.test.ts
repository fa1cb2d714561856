import { expect, it } from 'vitest';
import { phrases } from '../../src/document-type/phrases.ts';

// Catches a label that is never found, without a word: marks and spaces do not count when phrases are looked for.
it.each(['', ' ', '---', '…'])('refuses %j as a phrase, of which nothing counts', (text) => {
  expect(phrases.safeParse({ en: ['number', text] }).success).toBe(false);
});

it.each(['no', '#', '№', '合計', '1099'])('takes %j', (text) => expect(phrases.safeParse({ en: [text] }).success).toBe(true));
