/** Where a document is not as expected. */
export interface Difference {
  /** `status`, `total`, `tables[0].rows`. */
  what: string;
  /** As JSON, or in words. */
  expected: string;
  found: string;
  /** Where it was found, and by what: `page 1, invoice/total, confidence 0.62, read from "10.00"`. */
  where?: string;
}

/** One difference, or none. */
export function unequal(what: string, expected: unknown, found: unknown, where?: string): Difference[] {
  const [asked, there] = [asJson(expected), asJson(found)];
  return asked === there ? [] : [{ what, expected: asked, found: there, ...(where !== undefined && where !== '' && { where }) }];
}

function asJson(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
