/** A number by itself: with its sign, its currency, its unit of percent, its brackets and the marks of footnotes. */
const figure = /^[\s\p{Sc}(<>~±+−–—-]*\d[\d\s.,'’:/%)*†‡]*$/u;

/** What stands in place of a number. */
const blank = /^(?:[-–—.…*†‡x]+|n\/?a\.?|nil|none|\(?[a-z]\)?)$/iu;

export function isFigure(text: string): boolean {
  return figure.test(text);
}

/** A number, or what stands in place of one. */
export function isEntry(text: string): boolean {
  return figure.test(text) || blank.test(text.trim());
}
