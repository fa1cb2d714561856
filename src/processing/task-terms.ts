import type { Observable } from 'rxjs';
import type { MillraceError } from '../model/errors.ts';
import type { Prices } from '../model/usage.ts';
import type { PageOutput } from '../model/workers.ts';

/** A task as its stage or sink describes it. */
export interface TaskTerms {
  stage: string;
  key: string;
  pages: readonly number[];
  /** Of the services that the stage asks. */
  prices?: Prices | undefined;
  /** Does the work for those pages that are still to do; `begun` is called when a worker takes it up. */
  start(pages: readonly number[], begun: () => void): Observable<PageOutput>;
  /** Called with each page that has been brought. */
  onPage(output: PageOutput): void;
  /** Job progress (0–1) as of now. */
  progress(): number;
  /** What stands for a page that is given up; throws the error on if nothing can. */
  giveUp(page: number, error: MillraceError): PageOutput;
}
