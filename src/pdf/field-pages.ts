import type { OpenPdf } from './open.ts';

const known = new WeakMap<OpenPdf['document'], Promise<readonly number[]>>();

/** The numbers of the pages that fields of the form stand on, in order; none without a form. Asked of the file once: the answer of a long form is megabytes. */
export function pagesWithFields({ document }: Pick<OpenPdf, 'document'>): Promise<readonly number[]> {
  const pages = known.get(document) ?? findPages(document);
  known.set(document, pages);
  return pages;
}

/** pdf.js gives a map, whatever its types say. */
async function findPages(document: OpenPdf['document']): Promise<readonly number[]> {
  const fields = (await document.getFieldObjects()) as ReadonlyMap<string, readonly { page?: unknown }[]> | null;
  const pages = [...(fields?.values() ?? [])].flatMap((widgets) => widgets.map(({ page }) => page));
  return [...new Set(pages)]
    .filter((page): page is number => Number.isInteger(page) && Number(page) >= 0)
    .map((page) => page + 1)
    .sort((a, b) => a - b);
}
