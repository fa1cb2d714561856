import type { FieldKind } from '../../../document-type/field-options.ts';
import type { Candidate, ValueKind } from '../../../values/candidate.ts';
import { currencyWords } from '../../../values/currency-names.ts';
import type { LabelHit } from './find-labels.ts';
import { foldedTokens } from './folded-tokens.ts';
import type { PageMap } from './page-map.ts';
import type { HitsByLine, Place } from './places.ts';
import { placesOf } from './places.ts';
import { readIdentifier } from './read-identifier.ts';
import { readLines, readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import type { ValueIndex } from './value-index.ts';

/** A value that a label speaks for. */
export interface Binding {
  field: string;
  reading: Reading;
  hit: LabelHit;
  relation: Place['relation'];
  /** 0–1: how sure it is that the value is what the label says. */
  score: number;
}

/** What is known of one page when its labels are bound. */
export interface PageLabels {
  map: PageMap;
  hits: readonly LabelHit[];
  byLine: HitsByLine;
}

/** How much of a label's strength its value keeps where it stands. */
const byRelation = { behind: 0.95, right: 0.92, below: 0.85 } as const;
/** For each word before the label that it may be a part of: "Order" of "Order Date". */
const perLead = 0.55;
/** The same before labels of several words, which stand for themselves: "please transfer it by the". */
const perLeadOfPhrase = 0.85;
/** For each word between the label and the value. */
const perBetween = 0.7;
/** For each place that stands nearer to the label. */
const perNearer = 0.75;
/** For each height of the label that the value stands away from it, below; and right, where columns are far apart. */
const perGap = { behind: 1, right: 0.997, below: 0.9 } as const;
/** A number without cents or currency where an amount is looked for. */
const bareNumber = 0.7;

/** The values that the labels of a page speak for, each with how sure that is. Fields whose kind `kindOf` does not know are left out. */
export function bindLabels({ map, hits, byLine }: PageLabels, values: ValueIndex, kindOf: (field: string) => FieldKind | undefined): Binding[] {
  return hits.flatMap((hit) => {
    const places = placesOf(hit, map, byLine);
    return hit.claims.flatMap(({ field, strength }) => {
      const kind = kindOf(field);
      if (kind === undefined) return [];
      return places.flatMap((place) =>
        readingsIn(place, kind, { map, byLine, values }).map(({ reading, certainty }): Binding => {
          const score =
            strength *
            certainty *
            (hit.to - hit.from > 1 ? perLeadOfPhrase : perLead) ** hit.lead *
            nearness(place, kind) *
            perBetween ** between(hit, place, reading, map);
          return { field, reading, hit, relation: place.relation, score: score * legibility(reading, map) };
        }),
      );
    });
  });
}

interface Read {
  reading: Reading;
  certainty: number;
}

function readingsIn(place: Place, kind: FieldKind, { map, byLine, values }: { map: PageMap; byLine: HitsByLine; values: ValueIndex }): Read[] {
  const inside = values.in(place);
  const line = map.page.lines[place.line]!;
  switch (kind) {
    case 'items':
      return [];
    case 'address': {
      const reading = readLines(place, map, byLine);
      return reading === undefined ? [] : [{ reading, certainty: 1 }];
    }
    case 'identifier': {
      const reading = readIdentifier(place, line, inside);
      return reading === undefined ? [] : [{ reading, certainty: 1 }];
    }
    case 'name':
    case 'text': {
      const reading = readText(place, map);
      return reading === undefined ? [] : [{ reading, certainty: inside.length > 0 && kind === 'name' ? 0.3 : 1 }];
    }
    case 'amount':
      return inside
        .filter((value) => value.kind === 'amount' || isPlainNumber(value))
        .map((value) => ({ reading: value, certainty: value.kind === 'amount' ? 1 : bareNumber }));
    default:
      return inside.filter((value) => value.kind === kind).map((value) => ({ reading: value, certainty: 1 }));
  }
}

function isPlainNumber({ kind, decimal }: Candidate): boolean {
  return kind === ('number' satisfies ValueKind) && /^-?\d{1,9}(?:\.\d{2})?$/.test(decimal ?? '');
}

/** Of several amounts in a row the last is the sum; of everything else the nearest is meant. */
function nearness({ relation, gap, nearer, further }: Place, kind: FieldKind): number {
  const steps = kind === 'amount' && relation === 'right' ? further : nearer;
  return byRelation[relation] * perGap[relation] ** gap * perNearer ** steps;
}

/** Words between the label and its value that neither stand in brackets nor are numbers, rates or currencies. */
function between(hit: LabelHit, place: Place, reading: Reading, map: PageMap): number {
  if (place.relation === 'below') return trailing(hit, map);
  const skipped = place.relation === 'behind' ? lettersOf(map, place.line, place.from, reading.words[0], place.offset) : 0;
  return skipped + (place.relation === 'right' ? trailing(hit, map) : 0);
}

/** Words behind the label in its own segment: "hours" of "Total hours". */
function trailing({ line, to, rest }: LabelHit, map: PageMap): number {
  const end = map.segmentAt(line, to - 1)?.to ?? to;
  return rest === undefined ? lettersOf(map, line, to, end, 0) : lettersOf(map, line, to - 1, end, rest);
}

const mostCounted = 4;

function lettersOf(map: PageMap, line: number, from: number, to: number, offset: number): number {
  const text = map.page.lines[line]!.words.slice(from, to).map(({ text: word }, at) => (at === 0 ? word.slice(offset) : word));
  const open = text.join(' ').replace(/\([^()]{0,80}\)?/g, ' ');
  const letters = foldedTokens(open.split(' ').map((word) => ({ text: word }))).filter(
    (token) => /^\p{L}{2,}$/u.test(token.text) && !currencyWords.has(token.text),
  );
  return Math.min(mostCounted, letters.length);
}

/** Words that were recognised in a picture are as sure as the recognition was. */
function legibility({ line, words }: Reading, map: PageMap): number {
  const read = map.page.lines[line]!.words.slice(...words).map(({ confidence = 1 }) => confidence);
  return 0.5 + 0.5 * (read.reduce((sum, confidence) => sum + confidence, 0) / Math.max(1, read.length));
}
