import type { OpenPdf } from './open.ts';
import type { PdfPage } from './page.ts';
import { hearWarnings } from './warnings.ts';
import type { ReaderWarnings } from './warnings.ts';

/** The drawing operations of a page, by their numbers in `OPS`, and what each was given. */
export interface PageOperators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
  warnings: ReaderWarnings;
}

/** Operations that are kept for all documents together; about 100 bytes each. */
const mostKept = 300_000;

const kept = new Map<string, PageOperators>();
let total = 0;

/** Reads a page's drawing operations, once for all the stages that a worker runs on it: parsing them costs as much as reading its text. */
export async function readOperators({ document }: Pick<OpenPdf, 'document'>, page: PdfPage): Promise<PageOperators> {
  const key = `${document.loadingTask.docId} ${page.pageNumber}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const { value, warnings } = await hearWarnings(() => page.getOperatorList());
  const operators: PageOperators = { fnArray: value.fnArray, argsArray: value.argsArray as unknown[], warnings };
  keep(key, operators);
  return operators;
}

function keep(key: string, operators: PageOperators): void {
  kept.set(key, operators);
  total += operators.fnArray.length;
  for (const [oldest, { fnArray }] of kept) {
    if (total <= mostKept) break;
    kept.delete(oldest);
    total -= fnArray.length;
  }
}
