/** A document as a person would know it at once, typed by hand; names and numbers are invented. */
export interface Sample {
  type: string;
  language: string;
  text: string;
}
