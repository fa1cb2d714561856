import type { PlacedRun } from './frame.ts';

/** Spacing accents and their combining forms: how TeX and old fonts build letters, the accent drawn over its letter. */
const combining: Readonly<Record<string, string>> = {
  '\u0060': '\u0300',
  '\u00b4': '\u0301',
  '\u02c6': '\u0302',
  '\u005e': '\u0302',
  '\u02dc': '\u0303',
  '\u007e': '\u0303',
  '\u00af': '\u0304',
  '\u02d8': '\u0306',
  '\u02d9': '\u0307',
  '\u00a8': '\u0308',
  '\u02da': '\u030a',
  '\u02dd': '\u030b',
  '\u02c7': '\u030c',
  '\u00b8': '\u0327',
  '\u02db': '\u0328',
};

const accent = String.raw`(?:[\u0060\u00b4\u02c6^\u02dc~\u00af\u02d8-\u02db\u02dd\u00a8\u02c7\u00b8]|\p{Mn})`;
const endsInAccent = new RegExp(`${accent}$`, 'u');
const startsWithAccent = new RegExp(`^${accent}`, 'u');
/** Signs of formulas carry accents as letters do. */
const letterStart = /^[\p{L}\u2200-\u22ff]/u;
const letterEnd = /[\p{L}\u2200-\u22ff]$/u;

/** Puts accents that are drawn over a letter of the run before or after onto that letter, as one character where Unicode has one. */
export function composeAccents(runs: readonly PlacedRun[]): PlacedRun[] {
  if (!runs.some(({ run }) => endsInAccent.test(run.text) || startsWithAccent.test(run.text))) return [...runs];
  const composed: PlacedRun[] = [];
  for (const run of runs) {
    const before = composed.at(-1);
    if (before === undefined || !overlaps(before, run)) composed.push(run);
    else if (endsInAccent.test(before.run.text) && letterStart.test(run.run.text)) composed.splice(-1, 1, ...accentBefore(before, run));
    else if (startsWithAccent.test(run.run.text) && letterEnd.test(before.run.text)) composed.splice(-1, 1, ...accentAfter(before, run));
    else composed.push(run);
  }
  return composed;
}

/** Drawn one after the other, the second starting well before the first ends. */
function overlaps(a: PlacedRun, b: PlacedRun): boolean {
  const size = Math.max(a.run.size, b.run.size);
  return (
    b.order === a.order + 1 && !b.run.rtl && b.u0 < a.u1 - 0.12 * size && b.u0 > a.u1 - size && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top)
  );
}

function accentBefore(a: PlacedRun, b: PlacedRun): PlacedRun[] {
  const [letter = ''] = b.run.text;
  const accent = a.run.text.at(-1) ?? '';
  const rest = a.run.text.slice(0, -1);
  const text = (letter + (combining[accent] ?? accent)).normalize('NFC') + b.run.text.slice(letter.length);
  if (rest === '') return [{ ...b, run: { ...b.run, text, spaced: a.run.spaced }, order: a.order }];
  const spaced = rest.endsWith(' ');
  return [
    { ...a, run: { ...a.run, text: rest.trimEnd() }, u1: Math.min(a.u1, b.u0) },
    { ...b, run: { ...b.run, text, spaced } },
  ];
}

function accentAfter(a: PlacedRun, b: PlacedRun): PlacedRun[] {
  const [accent = ''] = b.run.text;
  const rest = b.run.text.slice(accent.length);
  const letters = (a.run.text + (combining[accent] ?? accent)).normalize('NFC');
  const base = { ...a, run: { ...a.run, text: letters } };
  if (rest.trim() === '') return [{ ...base, order: b.order }];
  return [base, { ...b, run: { ...b.run, text: rest.trimStart(), spaced: rest.startsWith(' ') }, u0: Math.max(b.u0, a.u1) }];
}
