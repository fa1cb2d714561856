import { foldProse } from './fold.ts';
import { legalForm } from './legal-forms.ts';
import { partyNameAt } from './party-name.ts';
import type { Prose } from './prose.ts';
import type { Reading } from './reading.ts';

/** The parties of a list that begins at a place: "A, Inc., a Delaware corporation (the “Company”), and B, residing in …". */
export function namedAfter({ text }: Prose, start: number): Reading[] {
  const list = text.slice(start, start + longestList);
  const ends = [list.search(fullStop), foldProse(list).search(goesOn)].filter((end) => end >= 0);
  return partsOf(list.slice(0, Math.min(list.length, ...ends))).flatMap(({ from, text: described }) => {
    const name = partyNameAt(described);
    if (name === undefined || /^\s+are\s/.test(described.slice(name.to))) return [];
    const confidence = name.isCompany ? confidences.company : confidences.other;
    return [{ value: name.name, start: start + from + name.from, end: start + from + name.to, confidence }];
  });
}

const confidences = { company: 0.9, other: 0.75 };

/** Characters. */
const longestList = 1200;

/** The end of a sentence; abbreviations of companies and of first names end none. */
const fullStop = /(?<=[\p{Ll}\d)”"’']{2})\.(?=\s+["“(]?[\p{Lu}\d])/u;

/** Words that go on from a list of parties. */
const goesOn =
  /\b(?:whereas|witnesseth|recitals?|background|now,? therefore|agree as follows|under the following|is dated|dated as of|effective|with respect to|in connection with|relating to|in consideration)\b/;

interface Part {
  from: number;
  text: string;
}

/** Cuts a list where a party ends: at "and" or a semicolon outside brackets before a name, surely if a comma, a bracket or a legal form stands before it. */
function partsOf(list: string): Part[] {
  const cuts = [...list.matchAll(joint)].filter(({ index }) => depthAt(list, index) === 0);
  const sure = cuts.filter((cut) => /^[,;]/.test(cut[0]) || isSure(list.slice(0, cut.index)));
  const parts: Part[] = [];
  let from = 0;
  for (const cut of sure.length > 0 ? sure : cuts.slice(0, 1)) {
    parts.push({ from, text: list.slice(from, cut.index) });
    from = cut.index + cut[0].length;
  }
  return [...parts, { from, text: list.slice(from) }];
}

/** Between two parties. */
const joint =
  /(?:[,;]?\s+(?:and|und|et|y|e|ed|en)\s+(?:\(?\d\)\s*)?|;\s+|(?<=[)\]”"]),\s+)(?=(?:the |der |die |la |le |il |het )?["“]?[\p{Lu}\d[_]|\p{Ll}\p{Lu}|the undersigned|you\b)/gu;

function isSure(before: string): boolean {
  return /[)\]]$/.test(before) || legalForm(before.slice(-longestForm).split(/\s/).at(-1) ?? '') !== undefined;
}

/** Characters. */
const longestForm = 20;

function depthAt(text: string, place: number): number {
  let depth = 0;
  for (const character of foldProse(text.slice(0, place))) {
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
  }
  return depth;
}
