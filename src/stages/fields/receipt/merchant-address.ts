import type { HeaderRow } from './header.ts';
import type { Passage } from './passage.ts';

/** How often these are right, letter by letter, on receipts that were photographed. */
const withPostalCode = 0.6;
const withoutPostalCode = 0.5;

/** The rows below the name, from the first that is a place to the next number of registration or telephone; above the name if there are none. */
export function merchantAddress(header: readonly HeaderRow[], name: readonly number[]): Passage | undefined {
  const after = Math.max(-1, ...name) + 1;
  const rows = placesFrom(header.slice(after)) ?? placesFrom(header.slice(0, after - name.length));
  const [first] = rows ?? [];
  if (rows === undefined || first === undefined) return undefined;
  const text = rows.map((row) => row.text.replace(/^[\s.,:;|-]{1,9}|[\s.,:;|-]{1,9}$/g, '')).join(', ');
  const confidence = /(?<!\d)\d{4,6}(?!\d)/.test(text) ? withPostalCode : withoutPostalCode;
  return { text, words: rows.flatMap((row) => row.words), page: first.row.page, confidence };
}

function placesFrom(header: readonly HeaderRow[]): HeaderRow[] | undefined {
  const first = header.findIndex(({ kind }) => kind === 'place');
  if (first < 0) return undefined;
  const rest = header.slice(first);
  const end = rest.findIndex(({ kind }) => kind === 'registration' || kind === 'contact' || kind === 'greeting');
  return rest.slice(0, end < 0 ? rest.length : end).filter(({ kind }) => kind !== 'noise');
}
