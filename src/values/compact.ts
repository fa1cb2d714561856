/** A number without the blanks and marks that group it. */
export interface Compact {
  text: string;
  /** For each character its place in the text that it was taken from. */
  places: readonly number[];
}

/** The letters and digits from a place on, at most so many, over single blanks and marks between groups. */
export function compactFrom(text: string, start: number, most: number, marks = ' .-/'): Compact {
  let kept = '';
  const places: number[] = [];
  let gap = 0;
  for (let at = start; at < text.length && kept.length < most; at++) {
    const character = text.charAt(at);
    if (/[\p{L}\p{N}]/u.test(character)) {
      kept += character;
      places.push(at);
      gap = 0;
    } else if (!marks.includes(character) || ++gap > 1) break;
  }
  return { text: kept, places };
}

/** Where so many of its characters end in the text, exclusive. */
export function endOf({ places }: Compact, length: number): number {
  return (places[length - 1] ?? -1) + 1;
}
