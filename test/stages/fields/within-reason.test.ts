import { expect, test } from 'vitest';
import { withinReason } from '../../../src/stages/fields/within-reason.ts';
import { pageOf, setLines } from '../../support/set-lines.ts';

test('an honest page is left as it is', () => {
  const page = pageOf(setLines(['Invoice 17', 'Total 5.00']));
  expect(withinReason(page)).toBe(page);
});

// A page of 60 KB with a line of 12,000 labels kept a worker busy for half a minute.
test('of a page that was made to keep somebody busy a bounded part is left, words and lines in their places', () => {
  const page = withinReason(pageOf(setLines(['Total '.repeat(2_000).trim(), 'x'.repeat(1e6), ...Array.from({ length: 6_000 }, () => 'Total 5.00')])));
  expect(page.lines).toHaveLength(5_000);
  expect([page.lines[0]?.words.length, page.lines[1]?.text.length, page.lines[2]?.text]).toEqual([500, 500, 'Total 5.00']);
});
