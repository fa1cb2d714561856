import { foldProse } from '../prose/fold.ts';
import { legalForm } from '../prose/legal-forms.ts';
import { asGiven, partyNameAt } from '../prose/party-name.ts';
import type { Prose } from '../prose/prose.ts';
import type { Reading } from '../prose/reading.ts';
import { endOfSentence } from './sentence.ts';

/** The parties of a list that begins at a place: "A, Inc., a Delaware corporation (the “Company”), and B, residing in …". */
export function namedAfter({ text }: Prose, start: number): Reading[] {
  const list = text.slice(start, start + longestList);
  const end = Math.min(endOfSentence(list), ...[foldProse(list).search(goesOn)].filter((place) => place >= 0));
  return partsOf(list.slice(0, end)).flatMap(({ from, text: described }) => {
    const name = partyNameAt(described);
    if (name === undefined || /^\s+are\s/.test(described.slice(name.to))) return [];
    if (!name.isCompany) return personsOf(described.slice(name.from, name.to), start + from + name.from);
    return [{ value: name.name, start: start + from + name.from, end: start + from + name.to, confidence: confidences.company }];
  });
}

/** Shares of readings that were right on 60 public filings, rounded down; other contracts name persons in more ways. */
const confidences = { company: 0.9, other: 0.8 };

/** Two persons that take one part together: "A B and C D". */
function personsOf(names: string, start: number): Reading[] {
  const both = /^(\S+\s.*\S)\s+(?:and|und|et|y|e|en|&)\s+(\S+\s.*)$/s.exec(names);
  const [, first = names, second] = both ?? [];
  const readings = [{ value: asGiven(first), start, end: start + first.length, confidence: confidences.other }];
  if (second !== undefined)
    readings.push({ value: asGiven(second), start: start + names.length - second.length, end: start + names.length, confidence: confidences.other });
  return readings;
}

/** Characters. */
const longestList = 1200;

/** Words that go on from a list of parties. */
const goesOn =
  /\b(?:whereas|witnesseth|recitals?|background|now,? therefore|agree as follows|under the following|is dated|dated as of|effective|with respect to|in connection with|relating to|in consideration)\b/;

interface Part {
  from: number;
  text: string;
}

/** Cuts a list where a party ends: at "and" or a semicolon outside brackets before a name, surely if a comma, a bracket or a legal form stands before it. */
function partsOf(list: string): Part[] {
  const depths = depthsOf(list);
  const cuts = [...list.matchAll(joint)].filter((cut) => depths[cut.index] === 0 && (cut[0].trim() !== ',' || partsCompanies(list, cut)));
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
  /(?:[,;]?\s+(?:and|AND|und|et|ET|y|e|ed|en)\s+(?:\(?\d\)\s*)?|;\s+|,\s+)(?=(?:the |der |die |la |le |il |het )?(?:herrn? |frau |soci[eé]t[eéà] |dott\. |sig\. )?["“]?[\p{Lu}\d[_]|\p{Ll}\p{Lu}|the undersigned|you\b)/gu;

/** A comma alone parts what is described in brackets, or companies: others have their seat after it. */
function partsCompanies(list: string, { 0: comma, index }: RegExpExecArray): boolean {
  if (/[)\]”"]$/.test(list.slice(0, index))) return true;
  const after = list.slice(index + comma.length);
  const next = /^\S+/.exec(after)?.[0] ?? '';
  return isSure(list.slice(0, index)) && legalForm(next) === undefined && partyNameAt(after)?.isCompany === true;
}

function isSure(before: string): boolean {
  return /[)\]”"»]$/.test(before) || legalForm(before.slice(-longestForm).split(/\s/).at(-1) ?? '') !== undefined;
}

/** Characters. */
const longestForm = 20;

/** In how many brackets each character stands. */
function depthsOf(text: string): number[] {
  let depth = 0;
  return Array.from({ length: text.length }, (_, at) => {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth = Math.max(0, depth - 1);
    return depth;
  });
}
