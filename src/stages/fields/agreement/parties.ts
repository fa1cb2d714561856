import type { Phrases } from '../../../document-type/phrases.ts';
import { anchorsOf, anchorsWithin } from '../prose/anchors.ts';
import { nameKey, partyNameAt } from '../prose/party-name.ts';
import type { Prose } from '../prose/prose.ts';
import type { Reading } from '../prose/reading.ts';
import { roles } from '../prose/roles.ts';
import { namedAfter } from './named-parties.ts';
import { signatories } from './signatories.ts';

/**
 * Who concludes an agreement: those whom its opening names ("by and between …"), else those whom it gives a part (`… (the "Company")`),
 * else those who sign. A name counts once, however it is spelled.
 */
export function readParties(prose: Prose, phrases: Phrases): Reading[] {
  const openings = anchorsWithin(anchorsOf(prose, phrases), 0, opening);
  const named = openings.map(({ end }) => namedAfter(prose, end)).filter(({ length }) => length > 0);
  const both = named.find(({ length }) => length > 1);
  if (both !== undefined) return distinct(both);
  const [first = [], ...others] = named;
  const told = distinct([
    ...first,
    ...others.flat().filter(({ confidence }) => confidence >= sureName),
    ...labelledParts(prose),
    ...givenParts(prose),
  ]);
  return told.length > 1 ? told : distinct([...told, ...signatories(prose)]);
}

/** Characters that a title and the opening sentence take at most. */
const opening = 3000;

/** What stands after a second "between" is often no party. */
const sureName = 0.9;

/** Names are found in few ways, each seldom wrong: the first notation stands. */
function distinct(readings: readonly Reading[]): Reading[] {
  const keys = new Set<string>();
  return readings.filter(({ value }) => {
    const key = nameKey(value);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

/** "Landlord: …" at the start of a line. */
function labelledParts({ text, folded, lines }: Prose): Reading[] {
  return lines.flatMap(({ start, end }) => {
    const label = start < opening ? partLabel.exec(folded.slice(start, end))?.[0] : undefined;
    const name = label === undefined ? undefined : partyNameAt(text.slice(start + label.length, end));
    if (label === undefined || name === undefined) return [];
    const from = start + label.length;
    return [{ value: name.name, start: from + name.from, end: from + name.to, confidence: partConfidence }];
  });
}

const partLabel = new RegExp(String.raw`^(?:the )?(?:${roles.join('|')})(?:\(s\)|s)?: *`);

/** Parts that are given to parties: `(the "Company")`, `(together, the "Buyer")`. */
const part = new RegExp(String.raw`\((?:[^()]{0,100}[ (])?"(?:the |der |die |das )?(?:${roles.join('|')})"`, 'g');

function givenParts({ text, folded }: Prose): Reading[] {
  return [...folded.slice(0, opening).matchAll(part)].flatMap(({ index }) => companyBefore(text, index));
}

/** The last company that is named before a definition, with what may stand between: "…, a Delaware corporation", "and its affiliates". */
function companyBefore(text: string, end: number): Reading[] {
  const start = Math.max(0, end - definedReach);
  let last: Reading[] = [];
  let reached = 0;
  for (const { index } of text.slice(start, end).matchAll(/(?<![\p{L}\d.&'’-])(?=[\p{Lu}\d])/gu)) {
    const name = index < reached ? undefined : partyNameAt(text.slice(start + index, end));
    if (name?.isCompany !== true) continue;
    reached = index + name.to;
    if (!described.test(text.slice(start + reached, end))) continue;
    last = [{ value: name.name, start: start + index + name.from, end: start + reached, confidence: partConfidence }];
  }
  return last;
}

const described = /^(?:['’]s)?[\s,]*(?:(?:an?|and|or|with|together|including|located|having|d\/b\/a)\b[^.;]*)?$/;

/** Characters before a definition in which its name begins. */
const definedReach = 200;

const partConfidence = 0.75;
