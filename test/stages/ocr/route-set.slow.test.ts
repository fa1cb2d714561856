import { describe, expect, it } from 'vitest';
import { countSensible } from '../../../src/language/sane-words.ts';
import { foldDocument } from '../../../src/model/document.ts';
import type { Page } from '../../../src/model/page.ts';
import { run } from '../../../src/stages/ocr/run.ts';
import { spec } from '../../../src/stages/ocr/spec.ts';
import { identified, pageOf, sourceOf } from '../../support/read-document.ts';
import { routedPages } from '../../support/routed-pages.ts';

/** Pixels an inch that type of twelve points is read well at. */
const dpi = 150;
const pages = routedPages(1, dpi);

/** The page as the text stage leaves it, and as it is after recognition. */
async function pagesOf(bytes: Buffer, mode: 'auto' | 'force'): Promise<{ before: Page; after: Page }> {
  const file = sourceOf(bytes);
  const outputs = [
    { page: 0, patch: await identified(file) },
    { page: 1, patch: await pageOf(file) },
  ];
  const document = foldDocument(outputs);
  const patch = await run({ file, config: spec.config.parse({ mode }), document, page: 1 });
  const [before, after] = [document, foldDocument([...outputs, { page: 1, patch }])].map(({ pages: [page] }) => page);
  if (before === undefined || after === undefined) throw new Error('the page is gone');
  return { before, after };
}

describe.each(['auto', 'force'] as const)('recognition, %s', (mode) => {
  it.each(pages)('leaves $name with no fewer words that make sense', { timeout: 120_000 }, async ({ bytes, means }) => {
    const { before, after } = await pagesOf(bytes, mode);
    expect(countSensible(after.text)).toBeGreaterThanOrEqual(countSensible(before.text));
    expect(after.method === 'blank').toBe(after.text === '');
    if (mode === 'auto' && means === 'native') expect(after).toMatchObject({ method: 'text', text: before.text });
  });
});
