/** Decimal places by the words that stand behind a number in words and digits: `$1.5 million`. */
const places: Readonly<Record<string, number>> = {
  thousand: 3,
  tsd: 3,
  million: 6,
  mio: 6,
  millionen: 6,
  millions: 6,
  millones: 6,
  milioni: 6,
  miljoen: 6,
  billion: 9,
  mrd: 9,
  milliarden: 9,
  milliards: 9,
  miliardi: 9,
  miljard: 9,
};
const word = new RegExp(String.raw`^[ \t]?(${Object.keys(places).join('|')})(?!\p{L})\.?`, 'iu');
const reach = 1 + Math.max(...Object.keys(places).map(({ length }) => length)) + 2;

/** The number with the word for its magnitude that follows it, if one does. */
export function magnified(text: string, to: number, decimal: string): { to: number; decimal: string } | undefined {
  const match = word.exec(text.slice(to, to + reach));
  const zeros = places[match?.[1]?.toLowerCase() ?? ''];
  return match === null || zeros === undefined ? undefined : { to: to + match[0].length, decimal: shifted(decimal, zeros) };
}

/** Moves the decimal point to the right. */
function shifted(decimal: string, places: number): string {
  const [whole = '', tail = ''] = decimal.split('.');
  const moved = `${whole}${tail.padEnd(places, '0').slice(0, places)}`.replace(/^0+(?=\d)/, '');
  return tail.length > places ? `${moved}.${tail.slice(places)}` : moved;
}
