/** What a stage noticed about a document. Data in its result, never a log line, and it never stops another document. */
export interface Finding {
  /** Stable, lower case, dotted: `text.hidden`. */
  code: string;
  severity: 'info' | 'warning' | 'error';
  /** One sentence for a person, with the numbers that led to it. */
  message: string;
  /** Counts from 1; absent when the whole document is meant. */
  page?: number;
}

/** The finding that makes a result `partial`: this stage has said nothing about this page. */
export function stageFailure(stage: string, page: number, error: { code: string; message: string }): Finding {
  const where = page === 0 ? {} : { page };
  return { code: failureCode, severity: 'error', message: `${stage}: ${error.message} (${error.code})`, ...where };
}

export const failureCode = 'stage.failed';
