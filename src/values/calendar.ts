/** A year of two digits is of this century below the first of these, and of the last one from there on. */
const firstOldYear = 70;
const years = { from: 1900, to: 2199 };

/** An ISO day from digits, the year in two or four of them; undefined for what the calendar does not have, and outside of 1900 to 2199. */
export function isoDay(year = '', month: string | number = 0, day: string | number = 0): string | undefined {
  const [y, m, d] = [year.length === 2 ? ofCentury(Number(year)) : Number(year), Number(month), Number(day)];
  if (y < years.from || y > years.to || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return undefined;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function ofCentury(year: number): number {
  return year < firstOldYear ? 2000 + year : 1900 + year;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
