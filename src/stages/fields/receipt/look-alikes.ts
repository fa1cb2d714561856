const lookalikes: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', l: 'i', '5': 's', '8': 'b', '6': 'g' };

/** A text in small letters, with digits and letters that look alike in print as one. */
export function looksOf(text: string): string {
  return text.toLowerCase().replace(/[01l586]/g, (letter) => lookalikes[letter] ?? letter);
}
