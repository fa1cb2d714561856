/** A document whose label somebody knows. */
export interface Example {
  label: string;
  grams: ReadonlyMap<string, number>;
}
