import { expect, it } from 'vitest';
import { readPageFacts } from '../../../src/stages/ocr/page-facts.ts';
import { routePage } from '../../../src/stages/ocr/route.ts';
import { readDocument, sourceOf } from '../../support/read-document.ts';
import { routedPages } from '../../support/routed-pages.ts';
import type { RoutedPage } from '../../support/routed-pages.ts';

/** Two of each kind; with twenty it holds as well. */
const variants = 2;

async function meansOf({ bytes }: RoutedPage): Promise<string> {
  const { mediaType, pages } = await readDocument(bytes);
  const [page] = pages;
  if (page === undefined) return 'no page';
  return routePage(await readPageFacts(sourceOf(bytes), mediaType, page), { mode: 'auto', selected: true }).means;
}

it('pages are read by the means that a person would choose, 98 of 100, and none that states its text well is read anew', async () => {
  const pages = routedPages(variants);
  const wrong: string[] = [];
  for (const page of pages) {
    const means = await meansOf(page);
    if (means !== page.means) wrong.push(`${page.name}: ${means} instead of ${page.means}`);
  }
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.02 * pages.length);
  expect(wrong.filter((said) => said.endsWith('of native'))).toEqual([]);
}, 30_000);
